package dev.fuel.tui.theme;

/// A colour as terminals know it.
public sealed interface Colour {
    Colour DEFAULT = new Default();

    /// The terminal's own.
    record Default() implements Colour {}

    /// One of the 16 that a terminal's user has chosen: 0–7 black, red, green, yellow, blue, magenta, cyan, white;
    /// 8–15 the bright ones.
    record Named(int index) implements Colour {}

    /// One of the fixed 256.
    record Indexed(int index) implements Colour {}

    record Rgb(int red, int green, int blue) implements Colour {
        /// @param value as in `0x9aa5b1`
        static Rgb of(int value) {
            return new Rgb((value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff);
        }
    }
}
