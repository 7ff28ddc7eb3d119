package dev.fuel.tui.view;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.Cost;
import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Glyph;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.canvas.Width;
import dev.fuel.tui.state.ActiveRun;
import dev.fuel.tui.state.Ages;
import dev.fuel.tui.state.Card;
import dev.fuel.tui.state.ColumnKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// One card: a line of facts, the title, and as many further lines as the column gives it.
final class CardView {
    /// Silence longer than this is told.
    private static final Duration QUIET = Duration.ofSeconds(30);

    private static final int INDENT = 3;

    private record Line(String text, Style style) {}

    private CardView() {}

    /// @param canvas as high as the card
    static void draw(Canvas canvas, Card card, ColumnKind kind, boolean selected, boolean marked, Instant now) {
        drawFacts(canvas, card, kind, now);
        canvas.put(INDENT, 1, card.title(), selected ? Style.TEXT.asBold() : Style.TEXT);
        List<Line> lines = lines(canvas, card, kind, now);
        for (int index = 0; index < lines.size() && index + 2 < canvas.rows(); index++) {
            canvas.put(
                    INDENT, index + 2, lines.get(index).text(), lines.get(index).style());
        }
        if (selected) {
            for (int row = 0; row < canvas.rows(); row++) {
                canvas.putGlyph(0, row, Glyph.SELECTED, Style.of(Role.FOCUS).asBold());
            }
            canvas.restyle(0, Style.SELECTED);
        }
        if (marked) {
            canvas.put(0, selected ? 1 : 0, ListView.MARK, Style.of(Role.FOCUS).asBold());
        }
    }

    private static void drawFacts(Canvas canvas, Card card, ColumnKind kind, Instant now) {
        ActiveRun run = card.run();
        String age = run == null ? Ages.of(card.since(), now) : Ages.running(Duration.between(run.startedAt(), now));
        int end = canvas.columns() - age.length() - 1;
        int column = canvas.put(1, 0, end - 1, card.id().value(), Style.of(kind.role()));
        column = canvas.put(column, 0, end - column, facts(card), Style.DIM);
        if (!card.overlaps().isEmpty()) {
            column = canvas.put(column, 0, end - column, " " + canvas.glyph(Glyph.OVERLAP), Style.of(Role.WARN));
        }
        if (canvas.columns() >= 30 && card.epic() != null) {
            canvas.put(column + 1, 0, end - column - 1, card.epic().value(), Style.DIM);
        }
        canvas.putRight(canvas.columns(), 0, age, run == null ? Style.DIM : Style.of(Role.RUNNING));
    }

    private static String facts(Card card) {
        String priority = card.priority() == null ? "" : " " + card.priority();
        String complexity = card.complexity() == null
                ? ""
                : " " + card.complexity().name().toLowerCase(Locale.ROOT).charAt(0);
        return priority + complexity;
    }

    private static List<Line> lines(Canvas canvas, Card card, ColumnKind kind, Instant now) {
        int width = canvas.columns() - INDENT;
        ActiveRun run = card.run();
        List<Line> lines = new ArrayList<>();
        if (run != null) {
            String work = work(run);
            lines.add(new Line(Width.of(work) <= width ? work : who(run), Style.DIM));
            lines.add(activity(run, now));
        }
        String sign = canvas.glyph(Glyph.OVERLAP);
        card.overlaps().forEach(overlap -> lines.add(new Line(sign + " " + overlap, Style.of(Role.WARN))));
        if (!card.why().isEmpty()) {
            lines.add(new Line(card.why(), Style.of(kind == ColumnKind.NEEDS_YOU ? Role.NEEDS : Role.DIM)));
        }
        AgentName agent = card.agent();
        if (run == null
                && agent != null
                && (kind == ColumnKind.REVIEW || card.why().isEmpty())) {
            lines.add(new Line(agent.value(), Style.DIM));
        }
        card.notes().forEach(note -> lines.add(new Line(note, Style.DIM)));
        return lines;
    }

    /// Who works, and how much has been done.
    static String work(ActiveRun run) {
        return Stream.of(
                        who(run),
                        run.toolCalls() == 0 ? "" : run.toolCalls() + " tools",
                        run.cost() == null ? "" : Cost.words(run.cost()))
                .filter(part -> !part.isEmpty())
                .reduce((left, right) -> left + "  " + right)
                .orElse("");
    }

    static String who(ActiveRun run) {
        AgentName agent = run.agent();
        return agent == null ? run.kind().word() : agent.value();
    }

    private static Line activity(ActiveRun run, Instant now) {
        String quiet = quiet(run, now);
        if (quiet.isEmpty()) {
            return new Line(run.now() == null ? "working" : run.now(), Style.of(Role.RUNNING));
        }
        return new Line(quiet, quiet.endsWith("?") ? Style.of(Role.WARN) : Style.DIM);
    }

    /// `quiet 31s`, since when the run has given no sign of life; `quiet 4m00s ?` when that is
    /// longer than the agent usually is;
    /// empty while all is well.
    static String quiet(ActiveRun run, Instant now) {
        Duration quiet = Duration.between(run.lastOutputAt(), now);
        if (quiet.compareTo(QUIET) < 0) {
            return "";
        }
        return "quiet " + Ages.running(quiet) + (quiet.compareTo(run.usualSilence()) < 0 ? "" : " ?");
    }
}
