package dev.fuel.tui.input;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

    /// Written out: a record's own is assembled when it is first asked for, here while the screen opens.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Key key
                        && code == key.code
                        && text.equals(key.text)
                        && ctrl == key.ctrl
                        && alt == key.alt
                        && shift == key.shift);
    }

    @Override
    public int hashCode() {
        return Objects.hash(code, text, ctrl, alt, shift);
    }

    /// Whether it types its text into a field.
    public boolean isText() {
        return code == KeyCode.CHARACTER && !ctrl && !alt;
    }
}
