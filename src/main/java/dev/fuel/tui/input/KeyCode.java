package dev.fuel.tui.input;

/// A key of the keyboard; {@link #CHARACTER} stands for all that type a text.
public enum KeyCode {
    CHARACTER(""),
    ENTER("Enter"),
    ESCAPE("Esc"),
    TAB("Tab"),
    BACKSPACE("Backspace"),
    DELETE("Del"),
    INSERT("Ins"),
    UP("Up"),
    DOWN("Down"),
    LEFT("Left"),
    RIGHT("Right"),
    HOME("Home"),
    END("End"),
    PAGE_UP("PgUp"),
    PAGE_DOWN("PgDn"),
    FUNCTION("F");

    private final String word;

    KeyCode(String word) {
        this.word = word;
    }

    /// How help and configuration call it.
    public String word() {
        return word;
    }
}
