package dev.fuel.tui.state;

import dev.fuel.domain.Refusal;
import dev.fuel.tui.input.Key;
import dev.fuel.tui.input.KeyCode;
import java.util.Optional;

/// Keys while something lies over the view. No letter is a command of the view then.
final class OverlayKeys {
    private OverlayKeys() {}

    static Step press(AppState state, Key key) {
        boolean escape = key.code() == KeyCode.ESCAPE;
        return switch (state.overlay()) {
            case Overlay.None _ -> Step.to(state);
            case Overlay.Help(TextField filter, int top) -> help(state, filter, top, key);
            case Overlay.Form(TaskForm form) -> escape ? close(state) : form(state, form, key);
            case Overlay.Filter(TextField words) -> filter(state, words, key);
            case Overlay.Write write -> WritingKeys.press(state, write, key);
            case Overlay.StopQuestion question -> confirm(state, new Effect.StopRun(question.run()), key);
            case Overlay.ApproveQuestion question -> confirm(state, new Effect.Approve(question.about()), key);
            case Overlay.LeaveQuestion _ -> leaveQuestion(state, key);
            case Overlay.Problem _ -> escape ? close(state) : Step.to(state);
        };
    }

    private static Step close(AppState state) {
        return Step.to(state.with(Overlay.NONE));
    }

    private static Step help(AppState state, TextField filter, int top, Key key) {
        return switch (key.code()) {
            case ESCAPE -> close(state);
            case DOWN -> Step.to(state.with(new Overlay.Help(filter, top + 1)));
            case UP -> Step.to(state.with(new Overlay.Help(filter, Math.max(0, top - 1))));
            case PAGE_DOWN -> Step.to(state.with(new Overlay.Help(filter, top + 10)));
            case PAGE_UP -> Step.to(state.with(new Overlay.Help(filter, Math.max(0, top - 10))));
            case CHARACTER, BACKSPACE, DELETE, LEFT, RIGHT, HOME, END -> {
                boolean again = filter.text().isEmpty() && key.equals(Key.typed("?"));
                yield again ? close(state) : Step.to(state.with(new Overlay.Help(filter.type(key), 0)));
            }
            case ENTER, TAB, INSERT, FUNCTION -> Step.to(state);
        };
    }

    private static Step filter(AppState state, TextField words, Key key) {
        return switch (key.code()) {
            case ESCAPE -> Step.to(state.with(Overlay.NONE).withFilter(""));
            case ENTER -> close(state);
            default -> {
                TextField typed = words.type(key);
                yield Step.to(state.with(new Overlay.Filter(typed)).withFilter(typed.text()));
            }
        };
    }

    private static Step form(AppState state, TaskForm form, Key key) {
        boolean text = form.focus().isText();
        boolean newLine = key.code() == KeyCode.ENTER
                && form.focus() == TaskForm.Entry.DESCRIPTION
                && (key.alt() || form.description().text().endsWith("\\"));
        if (newLine) {
            return Step.to(state.with(new Overlay.Form(form.withFocusedText(newLine(form.description(), key.alt())))));
        }
        Optional<TaskForm> changed = switch (key.code()) {
            case TAB -> Optional.of(form.focus(key.shift() ? -1 : 1));
            case DOWN -> Optional.of(form.focus(1));
            case UP -> Optional.of(form.focus(-1));
            case LEFT, RIGHT ->
                Optional.of(
                        text
                                ? form.withFocusedText(form.focusedText().type(key))
                                : form.choose(key.code() == KeyCode.LEFT ? -1 : 1));
            case ENTER -> Optional.empty();
            default ->
                Optional.of(
                        text
                                ? form.withFocusedText(form.focusedText().type(key))
                                : key.equals(Key.typed(" ")) ? form.choose(1) : form);
        };
        return changed.map(next -> Step.to(state.with(new Overlay.Form(next)))).orElseGet(() -> submit(state, form));
    }

    /// Alt-Enter adds a line break; a backslash before Enter becomes one.
    private static TextField newLine(TextField description, boolean alt) {
        return (alt ? description : description.type(Key.of(KeyCode.BACKSPACE))).insert("\n");
    }

    private static Step submit(AppState state, TaskForm form) {
        try {
            return Step.to(state, new Effect.AddTask(form.task()));
        } catch (Refusal refusal) {
            return Step.to(state.with(new Overlay.Form(form.withProblem(String.valueOf(refusal.getMessage())))));
        }
    }

    /// `y` does it, `n` and Esc do not, and no other key does anything: held keys are harmless.
    private static Step confirm(AppState state, Effect effect, Key key) {
        if (key.equals(Key.typed("y"))) {
            return Step.to(state.with(Overlay.NONE), effect);
        }
        return key.code() == KeyCode.ESCAPE || key.equals(Key.typed("n")) ? close(state) : Step.to(state);
    }

    private static Step leaveQuestion(AppState state, Key key) {
        if (key.code() == KeyCode.ESCAPE) {
            return close(state);
        }
        return switch (key.isText() ? key.text() : "") {
            case "b" -> Step.to(state, new Effect.Leave(Leaving.BACKGROUND));
            case "k" -> Step.to(state, new Effect.Leave(Leaving.KEEP));
            case "s" -> Step.to(state, new Effect.Leave(Leaving.STOP));
            default -> Step.to(state);
        };
    }
}
