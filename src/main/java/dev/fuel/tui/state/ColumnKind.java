package dev.fuel.tui.state;

import dev.fuel.tui.canvas.Glyph;
import dev.fuel.tui.canvas.Role;

/// The columns of the board, from left to right. Each card is in exactly one.
public enum ColumnKind {
    BACKLOG("Backlog", Glyph.LATER, Role.DIM, "Nothing in the backlog. Ideas for someday appear here."),
    BLOCKED("Blocked", Glyph.BLOCKED, Role.BLOCKED, "Nothing is blocked."),
    READY("Ready", Glyph.READY, Role.TEXT, "Nothing is ready. n makes a task."),
    RUNNING("Running", Glyph.RUNNING, Role.RUNNING, "Nothing runs."),
    REVIEW("Review", Glyph.REVIEW, Role.REVIEW, "Nothing to review. Finished runs appear here."),
    NEEDS_YOU("Needs you", Glyph.NEEDS, Role.NEEDS, "Nothing needs you."),
    DONE("Done", Glyph.DONE, Role.OK, "Nothing is done yet.");

    private final String title;
    private final Glyph glyph;
    private final Role role;
    private final String whenEmpty;

    ColumnKind(String title, Glyph glyph, Role role, String whenEmpty) {
        this.title = title;
        this.glyph = glyph;
        this.role = role;
        this.whenEmpty = whenEmpty;
    }

    public String title() {
        return title;
    }

    public Glyph glyph() {
        return glyph;
    }

    public Role role() {
        return role;
    }

    /// What an empty column says.
    public String whenEmpty() {
        return whenEmpty;
    }
}
