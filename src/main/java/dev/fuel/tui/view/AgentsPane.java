package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.AgentLine;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.widget.Box;

/// The agents beside the board, in mission control.
final class AgentsPane {
    private AgentsPane() {}

    static void draw(Canvas canvas, AppState state) {
        Canvas inside = Box.titled("Agents")
                .noting("slots %d/%d"
                        .formatted(state.board().slotsInUse(), state.board().slots()))
                .draw(canvas);
        inside.put(1, 0, "%-16s %-9s %-5s %s".formatted("AGENT", "STATE", "RUN", "OK"), Style.DIM);
        int row = 1;
        for (AgentLine agent : state.board().agents()) {
            inside.put(1, row, 16, agent.name().value(), Style.TEXT);
            inside.put(18, row, 9, agent.state().word(), Style.of(agent.state().role()));
            inside.put(28, row, "%d/%d".formatted(agent.running(), agent.slots()), Style.TEXT);
            inside.put(34, row, wellEnded(agent), Style.DIM);
            row++;
        }
        row++;
        for (AgentLine agent : state.board().agents()) {
            String words = agent.words(state.now());
            if (!words.isEmpty()) {
                inside.put(
                        1,
                        row,
                        "%s: %s".formatted(agent.name(), words),
                        Style.of(agent.state().role()));
                row++;
            }
        }
        if (state.board().agents().isEmpty()) {
            inside.put(1, 1, "No agent is configured: fuel init finds them.", Style.DIM);
        }
    }

    static String wellEnded(AgentLine agent) {
        return agent.runs() == 0
                ? "-"
                : "%d/%d %d%%".formatted(agent.successes(), agent.runs(), agent.successes() * 100 / agent.runs());
    }
}
