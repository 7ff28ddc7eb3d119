package dev.fuel.tui.widget;

/// A share as a bar of ASCII signs, which every terminal shows: `[######--]`.
public final class Bar {
    private static final int USUAL = 8;

    private Bar() {}

    /// Eight signs; all empty where the whole is nothing.
    public static String of(double part, double whole) {
        return of(part, whole, USUAL);
    }

    /// @param signs between the brackets
    public static String of(double part, double whole, int signs) {
        int filled = whole <= 0 ? 0 : (int) Math.clamp(Math.floor(part * signs / whole), 0, signs);
        return "[" + "#".repeat(filled) + "-".repeat(signs - filled) + "]";
    }
}
