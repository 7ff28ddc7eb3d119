package dev.fuel.tui.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.Actor;
import dev.fuel.domain.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CardReaderTest {
    @Test
    void whatIsAskedForATaskIsNotTakenForTheTasksOwnState() {
        Event asked = event("request_message", null, "asked", "say it short");
        Event done = event("request_message", "asked", "done", "it is read when the run ends");
        Event back = event("request_message", "asked", "taken_back", null);

        assertThat(CardReader.isNews(asked)).isFalse();
        assertThat(CardReader.isNews(done)).isTrue();
        assertThat(CardReader.words(done)).isEqualTo("f-0d55aa message: it is read when the run ends");
        assertThat(CardReader.words(back)).isEqualTo("f-0d55aa message taken back");
        assertThat(CardReader.words(event("task_moved", "open", "in_progress", null)))
                .isEqualTo("f-0d55aa in progress");
    }

    private static Event event(String what, @Nullable String from, @Nullable String to, @Nullable String detail) {
        return new Event(1, Instant.EPOCH, Actor.HUMAN, "f-0d55aa", what, from, to, detail);
    }
}
