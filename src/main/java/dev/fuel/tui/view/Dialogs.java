package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.Overlay;
import dev.fuel.tui.state.Wrap;
import dev.fuel.tui.widget.Box;
import dev.fuel.tui.widget.Popup;
import java.util.ArrayList;
import java.util.List;

/// Questions and errors.
final class Dialogs {
    private static final int WIDTH = 66;

    private Dialogs() {}

    static void stop(Canvas canvas, Overlay.StopQuestion question) {
        List<String> lines = new ArrayList<>(question.lines());
        lines.add("");
        lines.add("y stop    n keep running");
        draw(canvas, Box.titled("Stop %s?".formatted(question.run())).styled(Style.of(Role.WARN)), lines);
    }

    static void approve(Canvas canvas, Overlay.ApproveQuestion question) {
        List<String> lines = new ArrayList<>(question.lines());
        lines.add("");
        lines.add("y approve    n not yet");
        draw(canvas, Box.titled("Approve %s?".formatted(question.about().value())), lines);
    }

    static void leave(Canvas canvas, Overlay.LeaveQuestion question) {
        List<String> lines = new ArrayList<>();
        lines.add(
                question.runs().size() == 1
                        ? "1 agent is at work:"
                        : question.runs().size() + " agents are at work:");
        question.runs().stream().limit(8).forEach(lines::add);
        lines.add("");
        lines.add("b    go on in the background; the next fuel watches it");
        lines.add("k    keep the agents running, start nothing more");
        lines.add("s    stop them");
        lines.add("Esc  stay");
        draw(canvas, Box.titled("Leave?").styled(Style.of(Role.WARN)), lines);
    }

    static void problem(Canvas canvas, Overlay.Problem problem) {
        List<String> lines = List.of("What  " + problem.what(), "Why   " + problem.why(), "Now   " + problem.now());
        draw(canvas, Box.titled("Error").styled(Style.of(Role.BAD)), lines);
    }

    private static void draw(Canvas canvas, Box box, List<String> lines) {
        int width = Math.min(WIDTH, canvas.columns());
        List<String> rows = lines.stream()
                .flatMap(line -> Wrap.rows(line, width - 4).stream())
                .toList();
        Canvas inside = Popup.draw(canvas, box, width, rows.size() + 2);
        for (int row = 0; row < rows.size(); row++) {
            inside.put(1, row, rows.get(row), Style.TEXT);
        }
    }
}
