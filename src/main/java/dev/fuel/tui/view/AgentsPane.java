package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.AgentLine;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.BoardPane;
import dev.fuel.tui.state.ListFocus;
import dev.fuel.tui.state.ViewKind;
import dev.fuel.tui.state.Wrap;
import dev.fuel.tui.widget.Box;
import java.util.List;

/// The agents beside the board, in mission control; below them, in words, why some do not work.
final class AgentsPane {
    private AgentsPane() {}

    static void draw(Canvas canvas, AppState state) {
        boolean focused = state.focus().pane() == BoardPane.AGENTS;
        Canvas inside = Box.titled("Agents")
                .noting("slots %d/%d"
                        .formatted(state.board().slotsInUse(), state.board().slots()))
                .focused(focused)
                .draw(canvas);
        inside.put(2, 0, "%-16s %-8s %-5s %s".formatted("AGENT", "STATE", "RUN", "OK 24 h"), Style.DIM);
        List<AgentLine> agents = state.board().agents();
        ListFocus focus = state.list(ViewKind.AGENTS);
        int row = 1;
        for (AgentLine agent : agents.subList(Math.min(focus.top(), agents.size()), agents.size())) {
            inside.put(2, row, 16, agent.name().value(), Style.TEXT);
            inside.put(19, row, 8, agent.state().word(), Style.of(agent.state().role()));
            inside.put(28, row, "%d/%d".formatted(agent.running(), agent.slots()), Style.TEXT);
            inside.put(34, row, AgentsView.wellEnded(agent), Style.DIM);
            if (focused && focus.top() + row - 1 == focus.index()) {
                ListView.select(inside, row);
            }
            row++;
        }
        drawReasons(inside.region(0, row + 1, inside.columns(), inside.rows()), state);
        if (agents.isEmpty() && state.loaded()) {
            inside.put(2, 1, "No agent is configured: fuel init finds them.", Style.DIM);
        }
    }

    private static void drawReasons(Canvas room, AppState state) {
        int row = 0;
        for (AgentLine agent : state.board().agents()) {
            String words = agent.words(state.now());
            if (!words.isEmpty()) {
                Style style = Style.of(agent.state().role());
                for (String line : Wrap.rows("%s: %s".formatted(agent.name(), words), room.columns() - 3)) {
                    room.put(2, row, line, style);
                    row++;
                }
            }
        }
    }
}
