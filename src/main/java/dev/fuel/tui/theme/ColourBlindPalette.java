package dev.fuel.tui.theme;

import dev.fuel.tui.canvas.Role;
import java.util.Optional;

/// What differs for people who do not tell red and green apart: well is blue, bad is orange, and what needs a person
/// is bold in the usual colour.
final class ColourBlindPalette {
    private ColourBlindPalette() {}

    /// Empty where the role looks as usual.
    static Optional<Ink> ink(Role role, ColourDepth depth, Background background) {
        boolean dark = background == Background.DARK;
        return switch (role) {
            case NEEDS -> Optional.of(Ink.bold(Colour.DEFAULT));
            case OK -> Optional.of(Ink.plain(colour(depth, dark ? 0x6cb6ff : 0x0550ae, dark ? 75 : 25, dark ? 12 : 4)));
            case BAD -> Optional.of(Ink.bold(colour(depth, dark ? 0xffa657 : 0x8a3b00, dark ? 215 : 94, 3)));
            case DIFF_ADDED -> Optional.of(difference(depth, dark, dark ? 0x1b3a57 : 0xd6e9ff, dark ? 24 : 189, 4));
            case DIFF_REMOVED -> Optional.of(difference(depth, dark, dark ? 0x5a3410 : 0xffe2c4, dark ? 94 : 223, 3));
            case TEXT, DIM, FOCUS, RUNNING, REVIEW, WARN, BLOCKED, MATCH, DIFF_ADDED_WORD, DIFF_REMOVED_WORD ->
                Optional.empty();
        };
    }

    private static Colour colour(ColourDepth depth, int rgb, int index, int named) {
        return switch (depth) {
            case MONO -> Colour.DEFAULT;
            case SIXTEEN -> new Colour.Named(named);
            case INDEXED -> new Colour.Indexed(index);
            case TRUE_COLOUR -> Colour.Rgb.of(rgb);
        };
    }

    private static Ink difference(ColourDepth depth, boolean dark, int rgb, int index, int named) {
        return switch (depth) {
            case MONO -> Ink.plain(Colour.DEFAULT);
            case SIXTEEN -> Ink.plain(new Colour.Named(named));
            case INDEXED -> Ink.on(new Colour.Indexed(dark ? 254 : 235), new Colour.Indexed(index));
            case TRUE_COLOUR -> Ink.on(Colour.Rgb.of(dark ? 0xe6edf3 : 0x1f2328), Colour.Rgb.of(rgb));
        };
    }
}
