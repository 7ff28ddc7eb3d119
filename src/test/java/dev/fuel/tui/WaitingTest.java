package dev.fuel.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.Underway;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A slow answer never looks like a dead key, and a quick one shows nothing of the wait.
class WaitingTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Screens screens = Screens.of(new Size(80, 24), Boards.payments());

    @Test
    void nothingIsSaidToBeAbsentBeforeItWasLookedFor() {
        for (Size size : List.of(new Size(80, 24), new Size(200, 60))) {
            for (int view = 1; view <= 9; view++) {
                assertThat(Screens.opening(size).press(Integer.toString(view)).text())
                        .as("view " + view)
                        .doesNotContain("Nothing has", "Nothing is", "Nothing runs", "Nothing to", "Nothing waits")
                        .doesNotContain("No agent", "No epic", "No run");
            }
        }
    }

    @Test
    void whatIsQuickShowsNothing() {
        String before = screens.text();

        screens.send(begun(1, "pause f-3a9c12", Boards.LEDGER_TASK.value())).later(Duration.ofMillis(149));

        assertThat(screens.text()).isEqualTo(before);
    }

    @Test
    void theCardWaitsThenTheStatusLineNamesTheWork() {
        screens.send(begun(1, "pause f-3a9c12", Boards.LEDGER_TASK.value())).later(Duration.ofMillis(150));
        assertThat(line("f-3a9c12")).contains("...");
        assertThat(screens.text()).doesNotContain("pause f-3a9c12 ...");

        screens.later(Duration.ofSeconds(3));
        assertThat(screens.text()).contains("pause f-3a9c12 ... 3s");

        screens.send(new Message.Ended(1));
        assertThat(screens.text()).doesNotContain("...");
    }

    @Test
    void aRunIsSeenToWaitOnItsCardAndInTheListOfRuns() {
        screens.send(begun(1, "stop run-2071ab", Boards.LEDGER_RUN.value())).later(SECOND);

        assertThat(line("f-3a9c12")).contains("...");
        screens.press("4");
        assertThat(line("run-2071ab")).contains("...");
    }

    @Test
    void aTaskThatWaitsIsSeenInTheInboxToo() {
        Screens inbox = Screens.of(new Size(80, 24), Boards.withManyItems()).press("3");
        String task = inbox.state().board().inbox().stream()
                .flatMap(item -> Stream.ofNullable(item.task()))
                .map(TaskId::value)
                .findFirst()
                .orElseThrow();
        String before = inbox.text();

        inbox.send(begun(1, "retry " + task, task)).later(SECOND);

        assertThat(inbox.text()).isNotEqualTo(before).contains("...");
    }

    @Test
    void theOldestOfSeveralIsNamedWithTheCountOfTheOthers() {
        screens.send(begun(1, "leave", "")).send(begun(2, "add the task", "")).later(Duration.ofSeconds(2));

        assertThat(screens.text()).contains("leave ... 2s   and 1 more");
        assertThat(screens.send(new Message.Ended(1)).text()).contains("add the task ... 2s");
    }

    @Test
    void timeIsOnlyLookedAtWhileSomethingIsUnderWay() {
        Instant begun = Boards.NOW;
        assertThat(underway().next(begun, SECOND)).isEmpty();

        screens.send(begun(1, "leave", ""));
        assertThat(underway().next(begun, SECOND)).contains(begun.plusMillis(150));
        assertThat(underway().next(begun.plusMillis(150), SECOND)).contains(begun.plusSeconds(2));
        assertThat(underway().next(begun.plusMillis(2500), SECOND)).contains(begun.plusSeconds(3));
        assertThat(underway().next(begun.plusSeconds(3), Duration.ofSeconds(5))).contains(begun.plusSeconds(7));

        screens.send(new Message.Ended(1));
        assertThat(underway().next(begun.plusSeconds(3), SECOND)).isEmpty();
    }

    private Underway underway() {
        return screens.state().doing().underway();
    }

    private static Message.Begun begun(long number, String words, String about) {
        return new Message.Begun(number, words, about.isEmpty() ? Set.of() : Set.of(about));
    }

    /// The row of the screen with those words.
    private String line(String words) {
        return screens.text()
                .lines()
                .filter(line -> line.contains(words))
                .findFirst()
                .orElseThrow();
    }
}
