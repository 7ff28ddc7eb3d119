package dev.fuel.tui.widget;

import dev.fuel.domain.Chart;

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
        return Chart.bar(part, whole, signs);
    }
}
