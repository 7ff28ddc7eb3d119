package dev.fuel.tui.view;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.Ages;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.OutputPane;
import dev.fuel.tui.state.RunLine;
import dev.fuel.tui.widget.Box;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The live output of a run.
final class OutputView {
    private OutputView() {}

    static void draw(Canvas canvas, AppState state, boolean focused) {
        OutputPane pane = state.output();
        Canvas inside = Box.titled(title(state))
                .noting(note(state))
                .ending(
                        pane.run() == null
                                ? ""
                                : "line %,d".formatted(pane.log().end()))
                .focused(focused)
                .draw(canvas);
        Canvas room = inside.region(1, 0, inside.columns() - 2, inside.rows());
        if (pane.run() == null) {
            room.put(0, 0, "Nothing has run yet. P starts work.", Style.DIM);
            return;
        }
        if (pane.log().lines().isEmpty()) {
            room.put(0, 0, "No output yet.", Style.DIM);
        }
        int row = 0;
        for (OutputPane.Row line : pane.rows(room.columns(), room.rows())) {
            OutputRow.draw(
                    inside.region(0, row, inside.columns() - 1, 1),
                    line,
                    pane.marks().search().words());
            row++;
        }
    }

    /// Since when a run under way has given no sign of life, once that is long.
    private static String quiet(AppState state, @Nullable RunId run) {
        return state.board().runningCards().stream()
                .flatMap(card -> Stream.ofNullable(card.run()))
                .filter(active -> active.id().equals(run))
                .map(active -> Duration.between(active.lastOutputAt(), state.now()))
                .filter(silence -> silence.compareTo(CardView.QUIET) >= 0)
                .findFirst()
                .map(silence -> "  quiet " + Ages.running(silence))
                .orElse("");
    }

    /// The run that is open, in a line.
    static String about(AppState state) {
        return state.board().runs().stream()
                .filter(line -> line.id().equals(state.output().run()))
                .findFirst()
                .map(line -> "%s  %s  %s"
                        .formatted(line.status().word(), Objects.toString(line.task(), ""), Cost.words(line.cost())))
                .orElse("");
    }

    private static String title(AppState state) {
        RunId run = state.output().run();
        if (run == null) {
            return "Output";
        }
        return state.board().runs().stream()
                .filter(line -> line.id().equals(run))
                .findFirst()
                .map(line -> title(line, state.board().subject(line)))
                .orElse("Output " + run.value());
    }

    private static String title(RunLine line, String subject) {
        AgentName agent = line.agent();
        String who = agent == null ? line.kind().word() : agent.value();
        return "%s  %s  %s".formatted(line.id().value(), who, subject);
    }

    private static String note(AppState state) {
        OutputPane pane = state.output();
        if (pane.run() == null) {
            return "";
        }
        boolean ended = state.board().runs().stream()
                .anyMatch(line -> line.id().equals(pane.run()) && line.status() != RunStatus.RUNNING);
        if (!pane.follow()) {
            return "PAUSED  %,d new %s, G follows".formatted(pane.unseen(), pane.unseen() == 1 ? "line" : "lines");
        }
        return ended ? "ended" : "FOLLOW" + quiet(state, pane.run());
    }
}
