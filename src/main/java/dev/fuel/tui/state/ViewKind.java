package dev.fuel.tui.state;

/// The views. Those before the opened ones have a number key.
public enum ViewKind {
    BOARD("Board"),
    AGENTS("Agents"),
    INBOX("Inbox"),
    RUNS("Runs"),
    REVIEW("Review"),
    EVENTS("Events"),
    EPICS("Epics"),
    STATISTICS("Statistics"),
    SETTINGS("Settings"),
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
        return switch (this) {
            case BOARD, AGENTS, INBOX, RUNS, REVIEW -> true;
            case EVENTS, EPICS, STATISTICS, SETTINGS, DETAIL, OUTPUT, REVIEWING -> false;
        };
    }

    /// A list of rows, one of them selected.
    public boolean isList() {
        return switch (this) {
            case AGENTS, INBOX, RUNS, REVIEW, EVENTS, EPICS, STATISTICS, SETTINGS -> true;
            case BOARD, DETAIL, OUTPUT, REVIEWING -> false;
        };
    }
}
