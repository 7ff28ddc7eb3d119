package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Glyph;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.AgentLine;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.Dispatch;
import dev.fuel.tui.state.SettingLine;
import dev.fuel.tui.widget.Box;
import dev.fuel.tui.widget.Popup;
import java.util.List;
import java.util.stream.Collectors;

/// The check-list of the first steps, while there are no tasks.
final class Welcome {
    private static final int WIDTH = 74;
    private static final int HEIGHT = 15;

    private Welcome() {}

    static void draw(Canvas canvas, AppState state) {
        Canvas inside = Popup.draw(canvas, Box.titled("Welcome: five steps to the first landed task"), WIDTH, HEIGHT);
        Board board = state.board();
        List<AgentLine> lost = board.agents().stream()
                .filter(agent -> agent.state() == AgentLine.State.STOPPED)
                .toList();
        boolean starts = !board.dispatch().paused() && board.dispatch().holder() != Dispatch.Holder.NONE;
        String base = setting(state, "workspace.base");
        step(
                inside,
                1,
                true,
                "1  Project opened",
                board.project() + (base.isEmpty() ? "" : " (lands on %s)".formatted(base)));
        step(inside, 2, !board.agents().isEmpty(), "2  Agents found", agents(board));
        if (!lost.isEmpty()) {
            inside.putGlyph(2, 3, Glyph.NEEDS, Style.of(Role.NEEDS));
            inside.put(7, 3, "not working: " + names(lost) + " (2, then L logs in)", Style.of(Role.NEEDS));
        }
        String checks = setting(state, "review.tests.command");
        step(
                inside,
                4,
                !checks.isEmpty(),
                "3  Check command",
                checks.isEmpty() ? "not set: e sets review: {tests: ...}" : checks);
        step(inside, 5, false, "4  First task", "press n");
        step(inside, 6, starts, "5  Work starts", starts ? "as soon as there is a task" : "PAUSED until you press P");
        inside.put(2, 8, "Agents work in their own worktrees. Epics wait for your approval;", Style.TEXT);
        inside.put(2, 9, "single tasks land when their checks pass.", Style.TEXT);
        inside.put(2, 11, "? shows every key.   Esc hides this.   q leaves.", Style.DIM);
    }

    private static void step(Canvas inside, int row, boolean done, String what, String how) {
        inside.putGlyph(2, row, done ? Glyph.DONE : Glyph.READY, Style.of(done ? Role.OK : Role.FOCUS));
        inside.put(4, row, 26, what, Style.TEXT);
        inside.put(31, row, how, done ? Style.DIM : Style.TEXT.asBold());
    }

    /// Empty where it is not set, or not read yet.
    private static String setting(AppState state, String path) {
        return state.pages().overview().settings().stream()
                .filter(line -> line.path().equals(path) && !line.value().equals("–"))
                .map(SettingLine::value)
                .findFirst()
                .orElse("");
    }

    private static String agents(Board board) {
        return board.agents().isEmpty() ? "none: fuel doctor says what to install" : names(board.agents());
    }

    private static String names(List<AgentLine> agents) {
        return agents.stream().map(agent -> agent.name().value()).collect(Collectors.joining(", "));
    }
}
