package dev.fuel.tui.state;

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
        return switch (state.overlay()) {
            case Overlay.None _ -> Step.to(state);
            case Overlay.Help help -> choosing.help(state, help, key);
            case Overlay.Palette palette -> choosing.palette(state, palette, key);
            case Overlay.Menu menu -> choosing.menu(state, menu, key);
            case Overlay.Prompt prompt -> PromptKeys.press(state, prompt, key);
            case Overlay.Form(TaskForm form) -> FormKeys.press(state, form, key);
            case Overlay.Epic(EpicForm form) -> FormKeys.press(state, form, key);
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

    /// `y` does it, `n` and Esc do not, and no other key does anything: held keys are harmless.
    private static Step confirm(AppState state, Overlay.Question question, Key key) {
        if (key.equals(Key.typed("y"))) {
            return Changing.make(state.with(Overlay.NONE), question.change());
        }
        return key.code() == KeyCode.ESCAPE || key.equals(Key.typed("n")) ? close(state) : Step.to(state);
    }
}
