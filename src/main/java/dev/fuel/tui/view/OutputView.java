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
import dev.fuel.tui.state.OutputRows;
import dev.fuel.tui.state.OutputText;
import dev.fuel.tui.state.RunLine;
import dev.fuel.tui.widget.Box;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The live output of a run.
final class OutputView {
    /// Narrower panes say less in their borders.
    private static final int WIDE = 70;

    private static final Duration TOLD_LAG = Duration.ofSeconds(1);

    private OutputView() {}

    static void draw(Canvas canvas, AppState state, OutputPane pane, boolean focused) {
        Canvas inside = Box.titled(title(state, pane))
                .noting(note(state, pane, canvas.columns() >= WIDE))
                .ending(position(pane))
                .focused(focused)
                .draw(canvas);
        Canvas room = inside.region(1, 0, inside.columns() - 2, inside.rows());
        if (pane.run() == null) {
            room.put(0, 0, whenEmpty(state), Style.DIM);
            return;
        }
        List<OutputRows.Row> rows = pane.rows(room.columns(), room.rows());
        if (rows.isEmpty()) {
            room.put(0, 0, pane.text().isEmpty() ? "No output yet." : "reading ...", Style.DIM);
        }
        int row = 0;
        for (OutputRows.Row line : rows) {
            OutputRow.draw(
                    inside.region(0, row, inside.columns() - 1, 1),
                    line,
                    pane.marks().search().words());
            row++;
        }
    }

    private static String whenEmpty(AppState state) {
        if (!state.loaded()) {
            return "";
        }
        return state.board().runs().isEmpty() ? "Nothing has run yet. P starts work." : "Free for the next run.";
    }

    /// The run that is open, in a line.
    static String about(AppState state) {
        return line(state, state.output())
                .map(line -> Stream.of(
                                line.status().word() + " " + Ages.running(line.time(state.now())),
                                Objects.toString(line.task(), line.subject()),
                                line.cost() == null ? "" : Cost.words(line.cost()))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("  ")))
                .orElse("");
    }

    private static Optional<RunLine> line(AppState state, OutputPane pane) {
        return state.board().runs().stream()
                .filter(line -> line.id().equals(pane.run()))
                .findFirst();
    }

    private static String title(AppState state, OutputPane pane) {
        RunId run = pane.run();
        if (run == null) {
            return "Output";
        }
        return line(state, pane)
                .map(line -> title(line, state.board().subject(line)))
                .orElse("Output " + run.value());
    }

    private static String title(RunLine line, String subject) {
        AgentName agent = line.agent();
        String who = agent == null ? line.kind().word() : agent.value();
        return "%s  %s  %s".formatted(line.id().value(), who, subject);
    }

    private static String note(AppState state, OutputPane pane, boolean wide) {
        if (pane.run() == null) {
            return "";
        }
        String lag = pane.lag().compareTo(TOLD_LAG) < 0 ? "" : "lag " + Ages.running(pane.lag());
        return Stream.of(pane.marks().search().position(), lag, standing(state, pane, wide))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  "));
    }

    private static String standing(AppState state, OutputPane pane, boolean wide) {
        if (!pane.follow()) {
            if (pane.unseen() == 0) {
                return wide ? "PAUSED  G follows" : "PAUSED";
            }
            String lines = pane.unseen() == 1 ? "line" : "lines";
            return wide
                    ? "PAUSED  %,d new %s, G follows".formatted(pane.unseen(), lines)
                    : "PAUSED +%,d".formatted(pane.unseen());
        }
        boolean ended = line(state, pane)
                .filter(line -> line.status() != RunStatus.RUNNING)
                .isPresent();
        return ended ? "ended" : "FOLLOW" + quiet(state, pane);
    }

    private static String quiet(AppState state, OutputPane pane) {
        return state.board().runningCards().stream()
                .flatMap(card -> Stream.ofNullable(card.run()))
                .filter(active -> active.id().equals(pane.run()))
                .map(active -> CardView.quiet(active, state.now()))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .map(words -> "  " + words)
                .orElse("");
    }

    /// `line 1,204 of 1,377   87%`; at the end `line 1,377`. Of a long output nobody knows how many lines there are
    /// before those that were read, until somebody goes there.
    private static String position(OutputPane pane) {
        OutputText text = pane.text();
        if (text.isEmpty()) {
            return "";
        }
        if (text.start() == OutputText.UNKNOWN) {
            return "the last %,d lines".formatted(text.end());
        }
        long lines = text.end() - text.start();
        return pane.follow()
                ? "line %,d".formatted(lines)
                : "line %,d of %,d   %d%%".formatted(pane.topNumber(), lines, 100 * pane.topNumber() / lines);
    }
}
