package dev.fuel.tui.state;

/// An entry of a menu, the palette or help.
///
/// @param key  what chooses it in a menu, or the keys that do the same; empty if none does
/// @param note what else is to be known of it
/// @param off  why it cannot be chosen at the moment; empty if it can
public record Choice(String key, String words, String note, String off, Pick pick) {
    public static Choice of(String key, String words, Pick pick) {
        return new Choice(key, words, "", "", pick);
    }

    Choice offBecause(String reason) {
        return new Choice(key, words, note, reason, pick);
    }
}
