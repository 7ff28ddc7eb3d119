package dev.fuel.tui.state;

import dev.fuel.tui.input.Key;

/// The field for the text that goes with a decision.
final class PromptKeys {
    private PromptKeys() {}

    static Overlay.Prompt typed(Overlay.Prompt prompt, TextField text) {
        return new Overlay.Prompt(prompt.draft(), prompt.title(), text, "", false);
    }

    /// Enter sends it, once; Alt-Enter or a backslash before Enter makes a new line.
    static Step press(AppState state, Overlay.Prompt prompt, Key key) {
        return switch (key.code()) {
            case ESCAPE -> Step.to(state.with(Overlay.NONE));
            case ENTER -> enter(state, prompt, key);
            default -> Step.to(state.with(typed(prompt, prompt.text().type(key))));
        };
    }

    private static Step enter(AppState state, Overlay.Prompt prompt, Key key) {
        if (FormKeys.isNewLine(prompt.text(), key)) {
            return Step.to(state.with(typed(prompt, prompt.text().newLine(key.alt()))));
        }
        if (prompt.sent()) {
            return Step.to(state);
        }
        if (prompt.text().text().isBlank() && prompt.draft().action().needsText()) {
            return Step.to(state.with(refused(prompt, "say something first, or Esc")));
        }
        var sent = new Overlay.Prompt(prompt.draft(), prompt.title(), prompt.text(), "", true);
        return Step.to(
                state.with(sent),
                Effect.Make.asked(prompt.draft().saying(prompt.text().text().strip())));
    }

    static Overlay.Prompt refused(Overlay.Prompt prompt, String why) {
        return new Overlay.Prompt(prompt.draft(), prompt.title(), prompt.text(), why, false);
    }
}
