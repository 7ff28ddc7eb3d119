package dev.fuel.tui.canvas;

/// What a piece of text means; a palette turns it into colours. The letter stands for it in frame tests.
public enum Role {
    TEXT('.'),
    DIM('d'),
    FOCUS('f'),
    RUNNING('u'),
    REVIEW('v'),
    NEEDS('n'),
    OK('o'),
    WARN('w'),
    BAD('b'),
    BLOCKED('k'),
    MATCH('m'),
    DIFF_ADDED('+'),
    DIFF_REMOVED('-'),
    DIFF_ADDED_WORD('p'),
    DIFF_REMOVED_WORD('q');

    private final char letter;

    Role(char letter) {
        this.letter = letter;
    }

    public char letter() {
        return letter;
    }
}
