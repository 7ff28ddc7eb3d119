package dev.fuel.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.tui.action.KeyMap;
import dev.fuel.tui.canvas.Look;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.OutputBatch;
import dev.fuel.tui.state.OutputLine;
import dev.fuel.tui.state.OutputSource;
import dev.fuel.tui.state.Update;
import dev.fuel.tui.terminal.FrameBytes;
import dev.fuel.tui.view.View;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A frame of 200×60 in which everything has changed, from the message to the bytes for the terminal: the board with
/// four outputs that get a hundred lines each, in turn with the text of a run.
@Tag("bench")
final class FrameBenchmark {
    private static final Size SIZE = new Size(200, 60);
    private static final int WARM_UP = 400;
    private static final int ROUNDS = 1_000;

    @Test
    void oneFrameIsDrawnWithinEightMilliseconds() throws Exception {
        Update update = new Update(KeyMap.DEFAULT);
        AppState board =
                Screens.of(SIZE, Boards.payments()).press("O", "O", "O").state();
        AppState run =
                Screens.of(SIZE, Boards.payments()).press("Enter").withOutput().state();
        long[] nanos = new long[ROUNDS];
        try (FrameBytes terminal = new FrameBytes(SIZE)) {
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                Message message = lines(round);
                long start = processorNanos();
                board = update.update(board, message, Boards.NOW).state();
                AppState shown = round % 2 == 0 ? board : run;
                View.Frame frame = View.draw(shown, Look.COLOUR, KeyMap.DEFAULT);
                terminal.show(frame.canvas());
                if (round >= 0) {
                    nanos[round] = processorNanos() - start;
                }
            }
            Arrays.sort(nanos);
            System.out.printf(
                    "frame at 200x60, all changed, processor time: p50 %.2f ms, p99 %.2f ms, %,d bytes a frame%n",
                    nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 99 / 100] / 1e6, terminal.bytes() / (WARM_UP + ROUNDS));
        }
        assertThat(nanos[ROUNDS * 99 / 100] / 1e6).isLessThanOrEqualTo(8.0);
    }

    /// Processor time, so that other programs on the machine do not count.
    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Message lines(int round) {
        List<OutputLine> lines = IntStream.range(0, 100)
                .mapToObj(number -> new OutputLine(
                        OutputLine.Kind.TEXT,
                        "round %d line %d ".formatted(round, number) + "words of an agent ".repeat(5)))
                .toList();
        return new Message.OutputArrived(new OutputSource(Boards.LEDGER_RUN, false), OutputBatch.of(lines));
    }
}
