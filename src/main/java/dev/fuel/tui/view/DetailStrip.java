package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.ActiveRun;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.Card;
import dev.fuel.tui.state.Targets;
import dev.fuel.tui.widget.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Three lines about the selected card.
final class DetailStrip {
    private static final int LABEL = 6;

    private record Line(String label, String text, Style style) {}

    private DetailStrip() {}

    static void draw(Canvas canvas, AppState state) {
        Card card = Targets.card(state).orElse(null);
        if (card == null) {
            Canvas inside = Box.titled("Nothing selected").draw(canvas);
            int waiting = state.board().inbox().size();
            if (waiting > 0) {
                String needs = waiting == 1 ? "1 item needs you" : waiting + " items need you";
                inside.put(1, 0, needs + ": ! goes to the oldest", Style.of(Role.NEEDS));
            }
            inside.put(1, waiting > 0 ? 1 : 0, "h l and j k move, ? shows all keys", Style.DIM);
            return;
        }
        Canvas inside = Box.titled(card.id().value() + " " + card.title())
                .noting(note(card))
                .draw(canvas);
        List<Line> lines = lines(card, state);
        for (int row = 0; row < lines.size() && row < inside.rows(); row++) {
            Line line = lines.get(row);
            inside.put(1, row, line.label(), Style.DIM);
            int column = line.label().isEmpty() ? 1 : 1 + LABEL;
            inside.put(column, row, inside.columns() - column - 1, line.text(), line.style());
        }
    }

    private static String note(Card card) {
        ActiveRun run = card.run();
        return Stream.of(card.epic() == null ? "" : card.epic().value(), run == null ? "" : "attempt " + run.attempt())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  "));
    }

    private static List<Line> lines(Card card, AppState state) {
        List<Line> lines = new ArrayList<>();
        if (!facts(card).isEmpty()) {
            lines.add(new Line("", facts(card), Style.TEXT));
        }
        ActiveRun run = card.run();
        if (run != null) {
            String now = run.now() == null ? "working" : run.now();
            String quiet = CardView.quiet(run, state.now());
            String text = quiet.isEmpty() ? now : now + "   " + quiet;
            lines.add(new Line("now", text, Style.of(Role.RUNNING)));
        }
        if (!card.why().isEmpty()) {
            lines.add(new Line("why", card.why(), Style.TEXT));
        }
        card.overlaps().forEach(overlap -> lines.add(new Line("files", overlap, Style.of(Role.WARN))));
        card.notes().forEach(note -> lines.add(new Line("note", note, Style.DIM)));
        return lines;
    }

    private static String facts(Card card) {
        ActiveRun run = card.run();
        return Stream.of(
                        run == null ? null : CardView.work(run),
                        run == null && card.agent() != null ? card.agent().value() : null,
                        card.branch(),
                        card.priority() == null ? null : card.priority().toString(),
                        card.complexity() == null ? null : card.complexity().word())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("   "));
    }
}
