package dev.fuel.tui.view;

import dev.fuel.domain.epic.EpicStatus;
import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.canvas.Width;
import dev.fuel.tui.state.AgentLine;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.BoardLayout;
import dev.fuel.tui.state.ColumnKind;
import dev.fuel.tui.state.EpicLine;
import dev.fuel.tui.widget.Bar;
import java.util.List;
import java.util.stream.Stream;

/// The second row of the board: how many cards each column has, those in view in brackets; at the right the agents or
/// the epics.
final class CountsRow {
    private static final int SHORTEST_EPIC = 12;
    private static final int LONGEST_EPIC = 30;

    private CountsRow() {}

    static void draw(Canvas canvas, AppState state, BoardLayout layout) {
        int column = 0;
        boolean narrow = width(state) > canvas.columns();
        for (ColumnKind kind : ColumnKind.values()) {
            int total = state.board().column(kind).total();
            boolean visible = layout.kinds().contains(kind);
            if (narrow && total == 0 && !visible) {
                continue;
            }
            boolean waits = kind == ColumnKind.NEEDS_YOU && total > 0;
            Style style = waits ? Style.of(Role.NEEDS) : visible ? Style.TEXT : Style.DIM;
            String text = text(state, kind);
            canvas.zone(column, 1, Width.of(text) + 2, "column-" + kind.name());
            column = canvas.put(column, 1, visible ? "[" + text + "]" : " " + text + " ", style);
        }
        if (layout.agents().isEmpty()) {
            drawAgents(canvas, column + 2, state.board().agents());
        } else {
            drawEpics(canvas, column + 2, state.board().epics());
        }
    }

    /// `Ready 7`; with a filter how many of them have its words.
    private static String text(AppState state, ColumnKind kind) {
        int total = state.board().column(kind).total();
        String mark = kind == ColumnKind.NEEDS_YOU && total > 0 ? "!" : "";
        return state.filter().isBlank()
                ? "%s %,d%s".formatted(kind.title(), total, mark)
                : "%s %,d/%,d%s".formatted(kind.title(), state.cards(kind).size(), total, mark);
    }

    private static int width(AppState state) {
        return Stream.of(ColumnKind.values())
                .mapToInt(kind -> Width.of(text(state, kind)) + 2)
                .sum();
    }

    /// In mission control the agents have their own pane; how far the epics are stands here.
    private static void drawEpics(Canvas canvas, int from, List<EpicLine> epics) {
        int column = from;
        for (EpicLine epic : epics) {
            String progress = " %s %d/%d".formatted(Bar.of(epic.done(), epic.total()), epic.done(), epic.total());
            int room = canvas.columns() - 1 - column - progress.length();
            if (room < SHORTEST_EPIC || epic.status() == EpicStatus.APPROVED) {
                continue;
            }
            String title = Width.fit(
                    epic.id() + " " + epic.title(),
                    Math.min(room, LONGEST_EPIC),
                    canvas.look().glyphs());
            Role role = epic.status() == EpicStatus.REVIEW_PENDING ? Role.NEEDS : Role.TEXT;
            column = canvas.put(column, 1, title, Style.of(role));
            column = canvas.put(column, 1, progress, Style.DIM) + 2;
        }
    }

    /// All agents if they fit, else only those that do not work.
    private static void drawAgents(Canvas canvas, int from, List<AgentLine> agents) {
        int room = canvas.columns() - 1 - from;
        List<AgentLine> shown = width(agents) <= room
                ? agents
                : agents.stream()
                        .filter(agent -> agent.state() != AgentLine.State.OK)
                        .toList();
        int column = canvas.columns() - 1 - width(shown);
        if (column < from) {
            return;
        }
        for (AgentLine agent : shown) {
            column = canvas.put(column, 1, text(agent), Style.of(role(agent))) + 2;
        }
    }

    private static int width(List<AgentLine> agents) {
        return agents.stream().mapToInt(agent -> Width.of(text(agent)) + 2).sum() - 2;
    }

    private static String text(AgentLine agent) {
        return agent.state() == AgentLine.State.OK
                ? "%s %d/%d".formatted(agent.name(), agent.running(), agent.slots())
                : "%s %s".formatted(agent.name(), agent.state().word());
    }

    private static Role role(AgentLine agent) {
        return agent.state() == AgentLine.State.OK ? Role.DIM : agent.state().role();
    }
}
