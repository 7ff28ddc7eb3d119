package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Glyph;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.AgentLine;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.Dispatch;
import dev.fuel.tui.widget.Box;
import dev.fuel.tui.widget.Popup;
import java.util.List;
import java.util.stream.Collectors;

/// The check-list of the first steps, while there are no tasks.
final class Welcome {
    private static final int WIDTH = 74;
    private static final int HEIGHT = 14;

    private Welcome() {}

    static void draw(Canvas canvas, AppState state) {
        Canvas inside = Popup.draw(canvas, Box.titled("Welcome: four steps to the first landed task"), WIDTH, HEIGHT);
        Board board = state.board();
        List<AgentLine> lost = board.agents().stream()
                .filter(agent -> agent.state() == AgentLine.State.STOPPED)
                .toList();
        boolean starts = !board.dispatch().paused() && board.dispatch().holder() != Dispatch.Holder.NONE;
        step(inside, 1, true, "1  Project opened", board.project());
        step(inside, 2, !board.agents().isEmpty(), "2  Agents found", agents(board));
        if (!lost.isEmpty()) {
            inside.putGlyph(2, 3, Glyph.NEEDS, Style.of(Role.NEEDS));
            inside.put(7, 3, "not working: " + names(lost) + " (fuel doctor says why)", Style.of(Role.NEEDS));
        }
        step(inside, 4, false, "3  First task", "press n");
        step(inside, 5, starts, "4  Work starts", starts ? "as soon as there is a task" : "PAUSED until you press P");
        inside.put(2, 7, "Agents work in their own worktrees. Epics wait for your approval;", Style.TEXT);
        inside.put(2, 8, "single tasks land when their checks pass.", Style.TEXT);
        inside.put(2, 10, "? shows every key.   Esc hides this.   q leaves.", Style.DIM);
    }

    private static void step(Canvas inside, int row, boolean done, String what, String how) {
        inside.putGlyph(2, row, done ? Glyph.DONE : Glyph.READY, Style.of(done ? Role.OK : Role.FOCUS));
        inside.put(4, row, 26, what, Style.TEXT);
        inside.put(31, row, how, done ? Style.DIM : Style.TEXT.asBold());
    }

    private static String agents(Board board) {
        return board.agents().isEmpty() ? "none: fuel doctor says what to install" : names(board.agents());
    }

    private static String names(List<AgentLine> agents) {
        return agents.stream().map(agent -> agent.name().value()).collect(Collectors.joining(", "));
    }
}
