package dev.fuel.tui.widget;

/// Where one is in something longer than the screen, in words.
public final class Scrolled {
    private Scrolled() {}

    /// `1-6 of 7`, or nothing if all of it is in view.
    public static String position(int top, int visible, int total) {
        return total <= visible ? "" : "%d-%d of %,d".formatted(top + 1, Math.min(top + visible, total), total);
    }
}
