package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.domain.Event;
import dev.fuel.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TroublesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private Instant now = NOON;

    @Test
    void troubleIsWrittenDownAndPausesTheLoopForLongerEachTime() {
        try (Store store = open()) {
            var troubles = new Troubles(store, () -> now);
            assertThat(troubles.calmUntil()).isNull();
            troubles.note(new IllegalStateException("broken promise"));
            assertThat(troubles.calmUntil()).isEqualTo(NOON.plusSeconds(1));
            troubles.note(new IllegalStateException("another"));
            assertThat(troubles.calmUntil()).isEqualTo(NOON.plusSeconds(2));
            now = NOON.plusSeconds(2);
            assertThat(troubles.calmUntil()).isNull();
            List<Event> events = store.read(session -> session.events().since(0, 10));
            assertThat(events).extracting(Event::what).containsOnly("consumer_trouble");
            assertThat(events.getFirst().detail()).contains("broken promise", "TroublesTest");
        }
    }

    @Test
    void troubleWithoutEndEndsTheConsumerAndOldTroubleIsForgotten() {
        try (Store store = open()) {
            var troubles = new Troubles(store, () -> now);
            var failure = new IllegalStateException("broken promise");
            for (int i = 0; i < 10; i++) {
                troubles.note(failure);
            }
            now = NOON.plus(Duration.ofMinutes(10));
            troubles.note(failure);
            for (int i = 0; i < 9; i++) {
                troubles.note(failure);
            }
            assertThatThrownBy(() -> troubles.note(failure)).isSameAs(failure);
        }
    }

    private Store open() {
        return Store.open(folder.resolve("agent.db"), () -> now, new Random(1));
    }
}
