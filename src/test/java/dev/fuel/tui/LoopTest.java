package dev.fuel.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.tui.action.KeyMap;
import dev.fuel.tui.action.KeyNames;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.OutputLine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The whole screen but its terminal, on a project in memory.
@Timeout(60)
class LoopTest {
    private final MemoryDisplay display = new MemoryDisplay(new Size(120, 35));
    private final MemoryBackend backend = new MemoryBackend(Boards.payments());
    private final Loop loop = loop(backend);
    private final Thread thread = Thread.ofPlatform().unstarted(loop::run);

    @AfterEach
    void leave() throws InterruptedException {
        loop.leave();
        if (thread.isAlive()) {
            assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void theFirstFrameComesBeforeAnyData() throws InterruptedException {
        thread.start();

        assertThat(display.await("reading")).contains("payments-api");
        display.await("Split ledger writes");
    }

    @Test
    void aTaskAddedInTheFormAppearsOnTheBoard() throws InterruptedException {
        thread.start();
        display.await("[Ready 7]");

        press("n");
        "Retry 425".codePoints().forEach(sign -> press(sign == ' ' ? "Space" : Character.toString(sign)));
        press("Enter");

        display.await(
                frame -> frame.contains("added f-add001") && frame.contains("[Ready 8]"), "the task and its word");
        assertThat(backend.calls()).containsExactly("add Retry 425");
    }

    @Test
    void theOutputOfTheSelectedRunStreamsIn() throws InterruptedException {
        thread.start();
        display.await("No output yet.");

        for (int batch = 0; batch < 50; batch++) {
            int from = batch * 100;
            List<OutputLine> lines = IntStream.range(from, from + 100)
                    .mapToObj(number -> new OutputLine(OutputLine.Kind.TEXT, "said " + number))
                    .toList();
            backend.output(Boards.LEDGER_RUN, lines);
        }

        display.await("said 4999");
    }

    @Test
    void changesOfTheProjectShowThemselves() throws InterruptedException {
        thread.start();
        display.await("[Running 2]");

        for (int change = 0; change < 1000; change++) {
            backend.change(board -> board);
        }
        backend.change(board -> Board.empty("payments-api"));

        display.await("Welcome: five steps");
    }

    @Test
    void enterOpensTheTaskToRead() throws InterruptedException {
        thread.start();
        display.await("[Running 2]");

        press("h", "Enter");
        display.await("Everything about f-1c90d1");
        backend.change(board -> Board.empty("payments-api"));
        press("Esc");

        display.await("Welcome");
    }

    @Test
    void nothingIsDrawnWhileNothingHappens() throws InterruptedException {
        thread.start();
        display.await("No output yet.");

        for (int turn = 0; turn < 20; turn++) {
            display.awaitDrawing(() -> loop.post(new Message.Tick()));
        }
        press("?");

        assertThat(display.next()).contains("type to filter");
    }

    @Test
    void theRowOfAChangeThatTakesLongerWaitsUntilItIsMade() throws InterruptedException {
        CountDownLatch made = backend.holdChanges();
        Loop timed = loop(backend, InstantSource.system());
        Thread running = Thread.ofPlatform().start(timed::run);
        try {
            display.await("[Running 2]");
            timed.post(new Message.Input(KeyNames.parse("p")));
            display.await(frame -> frame.contains("..."), "a row that waits");
            made.countDown();
            display.await(frame -> frame.contains("done: pause") && !frame.contains("..."), "the word of the change");
        } finally {
            made.countDown();
            timed.leave();
            assertThat(running.join(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void suspendingGivesTheTerminalAwayOnce() throws InterruptedException {
        thread.start();
        display.await("[Running 2]");

        press("^z");
        press("?");

        display.await("type to filter");
        assertThat(display.suspended()).isOne();
    }

    @Test
    void leavingTellsTheBackendFirst() throws InterruptedException {
        thread.start();
        display.await("[Running 2]");

        press("q", "k");

        assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
        assertThat(backend.calls()).containsExactly("leave KEEP");
    }

    @Test
    void aRefusalAndAFailureOfAnActionAreShown() throws InterruptedException {
        TuiBackend refusing = new FailingBackend(backend);
        Loop other = loop(refusing);
        Thread running = Thread.ofPlatform().start(other::run);
        try {
            display.await("[Running 2]");
            for (String key : List.of("n", "x", "Enter")) {
                other.post(new Message.Input(KeyNames.parse(key)));
            }
            display.await("cannot add the task today");
            for (String key : List.of("Esc", "P")) {
                other.post(new Message.Input(KeyNames.parse(key)));
            }
            display.await("the disk is on fire");
        } finally {
            other.leave();
            assertThat(running.join(Duration.ofSeconds(10))).isTrue();
        }
    }

    private void press(String... keys) {
        for (String key : keys) {
            loop.post(new Message.Input(KeyNames.parse(key)));
        }
    }

    private Loop loop(TuiBackend on) {
        return loop(on, InstantSource.fixed(Boards.NOW));
    }

    private Loop loop(TuiBackend on, InstantSource clock) {
        AppState opening = AppState.opening(display.size(), clock.instant(), "payments-api", true);
        return new Loop(on, display, clock, KeyMap.DEFAULT, opening);
    }
}
