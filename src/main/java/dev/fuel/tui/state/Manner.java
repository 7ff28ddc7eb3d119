package dev.fuel.tui.state;

/// How the screen behaves for people who need it otherwise.
///
/// @param reducedMotion counts elapsed time every 5 s, and a word in the status line stays until the next
/// @param showCursor    the terminal's cursor stands on the selected row, for magnifiers and screen readers
/// @param tips          the hint line tells of keys that were not used yet
public record Manner(boolean reducedMotion, boolean showCursor, boolean tips) {
    public static final Manner USUAL = new Manner(false, false, true);
}
