package dev.fuel.tui.canvas;

import org.jspecify.annotations.Nullable;

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

    /// Written out, since it is asked for each cell of each frame, and a record's own is slow until it is compiled.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Style style
                        && role == style.role
                        && bold == style.bold
                        && reverse == style.reverse
                        && underline == style.underline);
    }

    @Override
    public int hashCode() {
        return (role.hashCode() << 3) | (bold ? 4 : 0) | (reverse ? 2 : 0) | (underline ? 1 : 0);
    }

    /// The letter of the role plane: upper case where bold, `R` where reverse.
    char letter() {
        if (reverse) {
            return 'R';
        }
        return bold ? (role == Role.TEXT ? 'T' : Character.toUpperCase(role.letter())) : role.letter();
    }
}
