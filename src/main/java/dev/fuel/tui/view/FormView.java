package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.EpicLine;
import dev.fuel.tui.state.TaskForm;
import dev.fuel.tui.state.Wrap;
import dev.fuel.tui.widget.Box;
import dev.fuel.tui.widget.Popup;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The form for a new task.
final class FormView {
    private static final int WIDTH = 74;
    private static final int HEIGHT = 16;
    private static final int LABEL = 13;
    private static final int INDENT = 2;
    private static final int DESCRIPTION_ROWS = 5;

    private FormView() {}

    /// @return the text cursor's place within the canvas
    static Optional<FieldView.Place> draw(Canvas canvas, TaskForm form) {
        Canvas inside = Popup.draw(canvas, title(form), WIDTH, Math.min(HEIGHT, canvas.rows()));
        Optional<FieldView.Place> cursor = Optional.empty();
        int row = 1;
        for (TaskForm.Entry entry : TaskForm.Entry.values()) {
            boolean focused = form.focus() == entry;
            int height = entry == TaskForm.Entry.DESCRIPTION ? DESCRIPTION_ROWS : 1;
            inside.put(1, row, focused ? ">" : " ", Style.of(Role.FOCUS).asBold());
            inside.put(2, row, entry.label(), focused ? Style.of(Role.FOCUS).asBold() : Style.DIM);
            Canvas field = inside.region(LABEL, row, inside.columns() - LABEL - 2, height);
            Optional<FieldView.Place> place = drawEntry(field, form, entry, focused);
            if (focused) {
                int entryRow = row;
                cursor = place.map(found -> found.moved(LABEL, entryRow));
            }
            row += height;
        }
        int line = row + 1;
        if (form.problem().isEmpty()) {
            inside.put(1, line, "Tab next line   Left Right choose   Alt-Enter line break   ^o editor", Style.DIM);
        }
        for (String text :
                form.problem().isEmpty() ? List.<String>of() : Wrap.rows(form.problem(), inside.columns() - 2)) {
            inside.put(1, line, text, Style.of(Role.BAD));
            line++;
        }
        return cursor.map(place -> place.within(canvas, inside));
    }

    private static Box title(TaskForm form) {
        TaskForm.Edited edited = form.edited();
        return edited == null
                ? Box.titled("New task").noting("Enter adds it, Esc does not")
                : Box.titled("Change " + edited.id().value()).noting("Enter changes it, Esc does not");
    }

    private static Optional<FieldView.Place> drawEntry(
            Canvas field, TaskForm form, TaskForm.Entry entry, boolean focused) {
        return switch (entry) {
            case TITLE -> FieldView.line(indented(field), form.title()).map(place -> place.moved(INDENT, 0));
            case DESCRIPTION ->
                FieldView.lines(indented(field), form.description()).map(place -> place.moved(INDENT, 0));
            case PRIORITY -> choice(field, "P%d%s".formatted(form.priority(), meaning(form.priority())), focused);
            case COMPLEXITY -> choice(field, form.complexity().word(), focused);
            case AGENT -> choice(field, Objects.toString(form.chosenAgent(), "chosen by the routing"), focused);
            case EPIC -> choice(field, epic(form.chosenEpic()), focused);
        };
    }

    /// Texts stand below each other with the choices, whose marks stick out.
    private static Canvas indented(Canvas field) {
        return field.region(INDENT, 0, field.columns() - INDENT, field.rows());
    }

    private static String epic(@Nullable EpicLine epic) {
        return epic == null
                ? "none: lands by itself when its checks pass"
                : epic.id().value() + " " + epic.title();
    }

    private static String meaning(int priority) {
        return switch (priority) {
            case 0 -> " (most urgent)";
            case 2 -> " (usual)";
            case 4 -> " (least urgent)";
            default -> "";
        };
    }

    private static Optional<FieldView.Place> choice(Canvas field, String text, boolean focused) {
        field.put(0, 0, focused ? "< " + text + " >" : "  " + text, focused ? Style.TEXT.asBold() : Style.TEXT);
        return Optional.empty();
    }
}
