package dev.fuel.tui.state;

import dev.fuel.tui.input.Key;
import java.util.Optional;

/// The text that a person writes on the screen, lent to their own editor with `^o` and taken back from it.
final class Composing {
    private static final Key TO_EDITOR = Key.ctrl('o');

    private Composing() {}

    /// Empty if the key is another, or the text is one word and not worth an editor.
    static Optional<Step> press(AppState state, Key key) {
        return key.equals(TO_EDITOR)
                ? text(state.overlay()).map(text -> Step.to(state, new Effect.Lend(new Loan.Compose(text.text()))))
                : Optional.empty();
    }

    private static Optional<TextField> text(Overlay overlay) {
        return switch (overlay) {
            case Overlay.Form(TaskForm form) when !form.sent() -> Optional.of(form.description());
            case Overlay.Epic(EpicForm form) when !form.sent() -> Optional.of(form.description());
            case Overlay.Prompt prompt when !prompt.sent() -> Optional.of(prompt.text());
            case Overlay.Write(Writing purpose, TextField text)
            when purpose.isLong() && !purpose.isSent() -> Optional.of(text);
            default -> Optional.empty();
        };
    }

    static AppState taken(AppState state, String text) {
        TextField field = TextField.of(Pastes.clean(text));
        return switch (state.overlay()) {
            case Overlay.Form(TaskForm form) -> state.with(new Overlay.Form(form.withDescription(field)));
            case Overlay.Epic(EpicForm form) -> state.with(new Overlay.Epic(form.withDescription(field)));
            case Overlay.Prompt prompt -> state.with(PromptKeys.typed(prompt, field));
            case Overlay.Write write -> WritingKeys.typed(state, write, field);
            default -> state;
        };
    }
}
