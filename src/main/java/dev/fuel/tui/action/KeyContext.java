package dev.fuel.tui.action;

import java.util.List;

/// Where a key has its meaning; a more special context wins over a wider one.
public enum KeyContext {
    BOARD("On the board"),
    LIST("In lists"),
    INBOX("In the inbox"),
    AGENTS("On an agent"),
    TEXT("In texts and output"),
    DIFFERENCE("In a difference"),
    EVERYWHERE("Everywhere");

    private final String title;

    KeyContext(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /// Itself and the wider ones, which hold as well.
    public List<KeyContext> chain() {
        return switch (this) {
            case BOARD, LIST, TEXT, DIFFERENCE -> List.of(this, EVERYWHERE);
            case INBOX, AGENTS -> List.of(this, LIST, EVERYWHERE);
            case EVERYWHERE -> List.of(this);
        };
    }
}
