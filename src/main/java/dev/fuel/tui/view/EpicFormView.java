package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.EpicForm;
import dev.fuel.tui.state.Wrap;
import dev.fuel.tui.widget.Box;
import dev.fuel.tui.widget.Popup;
import java.util.List;
import java.util.Optional;

/// The form for an epic.
final class EpicFormView {
    private static final int WIDTH = 74;
    private static final int HEIGHT = 13;
    private static final int LABEL = 11;
    private static final int OUTCOME_ROWS = 6;

    private EpicFormView() {}

    /// @return the text cursor's place within the canvas
    static Optional<FieldView.Place> draw(Canvas canvas, EpicForm form) {
        Box box = form.edited() == null
                ? Box.titled("New epic").noting("Enter adds it, Esc does not")
                : Box.titled("Change " + form.edited()).noting("Enter changes it, Esc does not");
        Canvas inside = Popup.draw(canvas, box, WIDTH, Math.min(HEIGHT, canvas.rows()));
        label(inside, 1, "Title", !form.inOutcome());
        label(inside, 2, "Outcome", form.inOutcome());
        int width = inside.columns() - LABEL - 2;
        Optional<FieldView.Place> title = FieldView.line(inside.region(LABEL, 1, width, 1), form.title());
        Optional<FieldView.Place> outcome =
                FieldView.lines(inside.region(LABEL, 2, width, OUTCOME_ROWS), form.description());
        int row = OUTCOME_ROWS + 3;
        if (form.problem().isEmpty()) {
            inside.put(1, row, "Tab other line   Alt-Enter line break   ^o editor", Style.DIM);
        }
        List<String> problem = form.problem().isEmpty() ? List.of() : Wrap.rows(form.problem(), inside.columns() - 2);
        for (String line : problem) {
            inside.put(1, row, line, Style.of(Role.BAD));
            row++;
        }
        Optional<FieldView.Place> place = form.inOutcome()
                ? outcome.map(found -> found.moved(LABEL, 2))
                : title.map(found -> found.moved(LABEL, 1));
        return place.map(found -> found.within(canvas, inside));
    }

    private static void label(Canvas inside, int row, String text, boolean focused) {
        inside.put(1, row, focused ? ">" : " ", Style.of(Role.FOCUS).asBold());
        inside.put(2, row, text, focused ? Style.of(Role.FOCUS).asBold() : Style.DIM);
    }
}
