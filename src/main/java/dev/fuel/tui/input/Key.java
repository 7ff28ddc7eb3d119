package dev.fuel.tui.input;

/// A key press.
///
/// @param text the grapheme typed, or the number of a function key; else empty
public record Key(KeyCode code, String text, boolean ctrl, boolean alt, boolean shift) implements InputEvent {
    public static Key of(KeyCode code) {
        return new Key(code, "", false, false, false);
    }

    public static Key typed(String grapheme) {
        return new Key(KeyCode.CHARACTER, grapheme, false, false, false);
    }

    public static Key ctrl(char letter) {
        return new Key(KeyCode.CHARACTER, String.valueOf(letter), true, false, false);
    }

    public Key withAlt() {
        return new Key(code, text, ctrl, true, shift);
    }

    /// Whether it types its text into a field.
    public boolean isText() {
        return code == KeyCode.CHARACTER && !ctrl && !alt;
    }
}
