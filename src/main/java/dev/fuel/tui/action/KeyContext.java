package dev.fuel.tui.action;

/// Where a key has its meaning; a more special context wins over {@link #EVERYWHERE}.
public enum KeyContext {
    BOARD("On the board"),
    LIST("In lists"),
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
}
