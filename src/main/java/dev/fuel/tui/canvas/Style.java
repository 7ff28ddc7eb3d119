package dev.fuel.tui.canvas;

/// How a cell looks: what it means, and emphasis that every terminal can show.
public record Style(Role role, boolean bold, boolean reverse, boolean underline) {
    public static final Style TEXT = of(Role.TEXT);
    public static final Style DIM = of(Role.DIM);

    /// The selected row.
    public static final Style SELECTED = of(Role.FOCUS).asReverse();

    public static Style of(Role role) {
        return new Style(role, false, false, false);
    }

    public Style asBold() {
        return bold ? this : new Style(role, true, reverse, underline);
    }

    public Style asReverse() {
        return reverse ? this : new Style(role, bold, true, underline);
    }

    /// The letter of the role plane: upper case where bold, `R` where reverse.
    char letter() {
        if (reverse) {
            return 'R';
        }
        return bold ? (role == Role.TEXT ? 'T' : Character.toUpperCase(role.letter())) : role.letter();
    }
}
