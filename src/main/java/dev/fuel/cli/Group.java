package dev.fuel.cli;

/// The headings of the overview.
public enum Group {
    START("Start"),
    TASKS("Tasks"),
    BACKLOG("Backlog"),
    EPICS("Epics"),
    INBOX("Inbox"),
    WORK("Work"),
    KNOW("Know"),
    KEEP("Keep");

    private final String title;

    Group(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
