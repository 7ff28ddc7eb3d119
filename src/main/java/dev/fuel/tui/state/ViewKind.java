package dev.fuel.tui.state;

/// The views. The first five have a number key.
public enum ViewKind {
    BOARD("Board"),
    AGENTS("Agents"),
    INBOX("Inbox"),
    RUNS("Runs"),
    REVIEW("Review"),
    DETAIL("Task"),
    OUTPUT("Output"),
    REVIEWING("Review");

    private final String title;

    ViewKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /// A view that `q` leaves Fuel from.
    public boolean isTop() {
        return this != DETAIL && this != OUTPUT && this != REVIEWING;
    }
}
