package dev.fuel.tui.state;

import dev.fuel.domain.epic.EpicId;
import dev.fuel.tui.input.Key;
import org.jspecify.annotations.Nullable;

/// The form for a new epic, or for what an epic says.
///
/// @param edited    null for a new one
/// @param inOutcome whether the description has the focus
/// @param problem   why it was refused; empty if it was not
/// @param sent      it is on its way
public record EpicForm(
        @Nullable EpicId edited,
        boolean inOutcome,
        TextField title,
        TextField description,
        String problem,
        boolean sent) {
    static final EpicForm EMPTY = new EpicForm(null, false, TextField.EMPTY, TextField.EMPTY, "", false);

    static EpicForm of(EpicId epic, String title, String description) {
        return new EpicForm(epic, false, TextField.of(title), TextField.of(description), "", false);
    }

    EpicForm withProblem(String words) {
        return new EpicForm(edited, inOutcome, title, description, words, false);
    }

    EpicForm typed(TextField text) {
        return inOutcome
                ? new EpicForm(edited, true, title, text, "", false)
                : new EpicForm(edited, false, text, description, "", false);
    }

    /// With the focus on the description.
    EpicForm withDescription(TextField text) {
        return new EpicForm(edited, true, title, text, "", false);
    }

    TextField focused() {
        return inOutcome ? description : title;
    }

    private EpicForm turned() {
        return new EpicForm(edited, !inOutcome, title, description, problem, sent);
    }

    /// Enter asks for it, once; Tab and the arrows change the line.
    static Step press(AppState state, EpicForm form, Key key) {
        return switch (key.code()) {
            case ESCAPE -> Step.to(state.with(Overlay.NONE));
            case TAB, UP, DOWN -> Step.to(state.with(new Overlay.Epic(form.turned())));
            case ENTER -> form.enter(state, key);
            default ->
                Step.to(state.with(new Overlay.Epic(form.typed(form.focused().type(key)))));
        };
    }

    private Step enter(AppState state, Key key) {
        if (inOutcome && (key.alt() || description.text().endsWith("\\"))) {
            return Step.to(state.with(new Overlay.Epic(typed(description.newLine(key.alt())))));
        }
        if (title.text().isBlank()) {
            return Step.to(state.with(new Overlay.Epic(withProblem("an epic needs a title"))));
        }
        if (sent) {
            return Step.to(state);
        }
        String words = title.text().strip();
        Change change = edited == null
                ? new Change.AddEpic(words, description.text())
                : new Change.EditEpic(edited, words, description.text());
        EpicForm leaving = new EpicForm(edited, inOutcome, title, description, "", true);
        return Step.to(state.with(new Overlay.Epic(leaving)), Effect.Make.asked(change));
    }
}
