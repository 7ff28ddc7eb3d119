package dev.fuel.tui.state;

import dev.fuel.domain.Refusal;
import dev.fuel.tui.input.Key;
import dev.fuel.tui.input.KeyCode;
import java.util.Optional;

/// Keys while something lies over the view. No letter is a command of the view then.
final class OverlayKeys {
    private OverlayKeys() {}

    static Step press(AppState state, Key key, Choosing choosing) {
        Optional<Step> toEditor = Composing.press(state, key);
        if (toEditor.isPresent()) {
            return toEditor.get();
        }
        boolean escape = key.code() == KeyCode.ESCAPE;
        return switch (state.overlay()) {
            case Overlay.None _ -> Step.to(state);
            case Overlay.Help help -> choosing.help(state, help, key);
            case Overlay.Palette palette -> choosing.palette(state, palette, key);
            case Overlay.Menu menu -> choosing.menu(state, menu, key);
            case Overlay.Prompt prompt -> Prompts.press(state, prompt, key);
            case Overlay.Form(TaskForm form) -> escape ? close(state) : form(state, form, key);
            case Overlay.Epic(EpicForm form) -> EpicForm.press(state, form, key);
            case Overlay.Filter(TextField words) -> filter(state, words, key);
            case Overlay.Write write -> WritingKeys.press(state, write, key);
            case Overlay.Question question -> confirm(state, question, key);
            case Overlay.LeaveQuestion question -> Quitting.press(state, question, key);
            case Overlay.Problem problem -> problem(state, problem, key);
        };
    }

    private static Step problem(AppState state, Overlay.Problem problem, Key key) {
        if (key.equals(Key.typed("y"))) {
            String text = "%s: %s".formatted(problem.what(), problem.why());
            return Step.to(state.say("copied the error"), new Effect.Copy(text));
        }
        return key.code() == KeyCode.ESCAPE ? close(state) : Step.to(state);
    }

    private static Step close(AppState state) {
        return Step.to(state.with(Overlay.NONE));
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
            return Step.to(state.with(
                    new Overlay.Form(form.withFocusedText(form.description().newLine(key.alt())))));
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

    private static Step submit(AppState state, TaskForm form) {
        if (form.sent()) {
            return Step.to(state);
        }
        try {
            return Changing.make(state.with(new Overlay.Form(form.sending())), form.submitted());
        } catch (Refusal refusal) {
            return Step.to(state.with(new Overlay.Form(form.withProblem(String.valueOf(refusal.getMessage())))));
        }
    }

    /// `y` does it, `n` and Esc do not, and no other key does anything: held keys are harmless.
    private static Step confirm(AppState state, Overlay.Question question, Key key) {
        if (key.equals(Key.typed("y"))) {
            return Changing.make(state.with(Overlay.NONE), question.change());
        }
        return key.code() == KeyCode.ESCAPE || key.equals(Key.typed("n")) ? close(state) : Step.to(state);
    }
}
