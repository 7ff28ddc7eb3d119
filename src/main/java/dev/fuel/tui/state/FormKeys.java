package dev.fuel.tui.state;

import dev.fuel.domain.Refusal;
import dev.fuel.tui.input.Key;
import dev.fuel.tui.input.KeyCode;

/// Keys in the forms of a task and of an epic: Tab and the arrows change the line, Enter asks for it, once, Esc does
/// not.
final class FormKeys {
    private FormKeys() {}

    static Step press(AppState state, TaskForm form, Key key) {
        boolean text = form.focus().isText();
        return switch (key.code()) {
            case ESCAPE -> Step.to(state.with(Overlay.NONE));
            case ENTER ->
                form.focus() == TaskForm.Entry.DESCRIPTION && isNewLine(form.description(), key)
                        ? to(state, form.withFocusedText(form.description().newLine(key.alt())))
                        : submit(state, form);
            case TAB -> to(state, form.focus(key.shift() ? -1 : 1));
            case DOWN -> to(state, form.focus(1));
            case UP -> to(state, form.focus(-1));
            case LEFT, RIGHT -> to(state, text ? typed(form, key) : form.choose(key.code() == KeyCode.LEFT ? -1 : 1));
            default -> to(state, text ? typed(form, key) : key.equals(Key.typed(" ")) ? form.choose(1) : form);
        };
    }

    static Step press(AppState state, EpicForm form, Key key) {
        return switch (key.code()) {
            case ESCAPE -> Step.to(state.with(Overlay.NONE));
            case ENTER ->
                form.inOutcome() && isNewLine(form.description(), key)
                        ? to(state, form.typed(form.description().newLine(key.alt())))
                        : submit(state, form);
            case TAB, UP, DOWN -> to(state, form.turned());
            default -> to(state, form.typed(form.focused().type(key)));
        };
    }

    /// Alt-Enter, or a backslash before Enter.
    static boolean isNewLine(TextField text, Key key) {
        return key.alt() || text.text().endsWith("\\");
    }

    private static TaskForm typed(TaskForm form, Key key) {
        return form.withFocusedText(form.focusedText().type(key));
    }

    private static Step submit(AppState state, TaskForm form) {
        try {
            return form.sent() ? Step.to(state) : Changing.make(with(state, form.sending()), form.submitted());
        } catch (Refusal refusal) {
            return to(state, form.withProblem(String.valueOf(refusal.getMessage())));
        }
    }

    private static Step submit(AppState state, EpicForm form) {
        try {
            return form.sent() ? Step.to(state) : Changing.make(with(state, form.sending()), form.submitted());
        } catch (Refusal refusal) {
            return to(state, form.withProblem(String.valueOf(refusal.getMessage())));
        }
    }

    private static Step to(AppState state, TaskForm form) {
        return Step.to(with(state, form));
    }

    private static Step to(AppState state, EpicForm form) {
        return Step.to(with(state, form));
    }

    private static AppState with(AppState state, TaskForm form) {
        return state.with(new Overlay.Form(form));
    }

    private static AppState with(AppState state, EpicForm form) {
        return state.with(new Overlay.Epic(form));
    }
}
