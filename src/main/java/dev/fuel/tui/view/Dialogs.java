package dev.fuel.tui.view;

import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.Answers;
import dev.fuel.tui.state.Overlay;
import dev.fuel.tui.state.Wrap;
import dev.fuel.tui.widget.Box;
import dev.fuel.tui.widget.Popup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Questions and errors.
final class Dialogs {
    private static final int WIDTH = 66;
    private static final int MENU_WIDTH = 72;
    private static final int MENU_KEYS = 3;
    private static final int TEXT_ROWS = 5;

    private Dialogs() {}

    static void question(Canvas canvas, Overlay.Question question) {
        List<String> lines = new ArrayList<>(question.lines());
        lines.add("");
        lines.add(question.keys());
        draw(canvas, Box.titled(question.title()).styled(Style.of(Role.WARN)), lines);
    }

    static void menu(Canvas canvas, Overlay.Menu menu) {
        Box box = Box.titled(menu.title()).noting("Esc closes");
        Canvas inside = Popup.draw(
                canvas,
                box,
                MENU_WIDTH,
                Math.min(canvas.rows() - 2, menu.choices().size() + 2));
        ChoicesView.of(menu.choices(), MENU_KEYS).draw(inside, menu.selected());
    }

    static Optional<FieldView.Place> prompt(Canvas canvas, Overlay.Prompt prompt) {
        int width = Math.min(WIDTH, canvas.columns());
        List<String> title = Wrap.rows(prompt.title(), width - 4);
        List<String> problem = prompt.problem().isEmpty() ? List.of() : Wrap.rows(prompt.problem(), width - 4);
        String words = Answers.word(prompt.draft().action());
        Box box = Box.titled("%s: %s".formatted(prompt.draft().item(), words)).noting("Enter sends it, Esc does not");
        Canvas inside = Popup.draw(canvas, box, width, title.size() + TEXT_ROWS + Math.max(1, problem.size()) + 4);
        int row = 0;
        for (String line : title) {
            inside.put(1, row, line, Style.DIM);
            row++;
        }
        int fieldRow = row + 1;
        Canvas field = inside.region(2, fieldRow, inside.columns() - 4, TEXT_ROWS);
        Optional<FieldView.Place> cursor = FieldView.lines(field, prompt.text());
        row = fieldRow + TEXT_ROWS + 1;
        if (problem.isEmpty()) {
            inside.put(1, row, prompt.sent() ? "..." : hint(prompt), Style.DIM);
        }
        for (String line : problem) {
            inside.put(1, row, line, Style.of(Role.BAD));
            row++;
        }
        return cursor.map(place -> place.moved(2, fieldRow).within(canvas, inside));
    }

    private static String hint(Overlay.Prompt prompt) {
        InboxAction action = prompt.draft().action();
        return action == InboxAction.RAISE
                ? "The new limit in USD; empty is as much again."
                : (action.needsText() ? "" : "The reason, if you like.   ") + "Alt-Enter line break   ^o editor";
    }

    static void leave(Canvas canvas, Overlay.LeaveQuestion question, Instant now) {
        List<String> lines = new ArrayList<>();
        int runs = question.runs().size();
        if (runs > 0) {
            lines.add(runs == 1 ? "1 agent is at work:" : runs + " agents are at work:");
            question.runs().stream().limit(8).forEach(lines::add);
            lines.add("");
        }
        if (!question.acts().isEmpty()) {
            lines.add("Leaving does this at once (u takes it back):");
            question.acts().forEach(act -> lines.add(act.countdown(now)));
            lines.add("");
        }
        if (runs > 0) {
            lines.add("b    go on in the background; the next fuel watches it");
            lines.add("k    keep the agents running, start nothing more");
            lines.add("s    stop them");
        } else {
            lines.add("y    do it and leave");
        }
        lines.add("Esc  stay");
        draw(canvas, Box.titled("Leave?").styled(Style.of(Role.WARN)), lines);
    }

    static void problem(Canvas canvas, Overlay.Problem problem, int more) {
        List<String> lines = List.of("What  " + problem.what(), "Why   " + problem.why(), "Now   " + problem.now());
        String waiting = more == 0 ? "" : more == 1 ? "1 more error" : more + " more errors";
        draw(canvas, Box.titled("Error").noting(waiting).styled(Style.of(Role.BAD)), lines);
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
