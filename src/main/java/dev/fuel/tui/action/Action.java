package dev.fuel.tui.action;

import java.util.Locale;

/// What a key can do.
public enum Action {
    UP,
    DOWN,
    LEFT,
    RIGHT,
    FIRST,
    LAST,
    HALF_PAGE_UP,
    HALF_PAGE_DOWN,
    PAGE_UP,
    PAGE_DOWN,
    FOLLOW,
    OPEN,
    NEW_TASK,
    STOP_RUN,
    RETRY,
    APPROVE,
    ATTACH,
    FILTER,
    REVIEW,
    REJECT,
    COMMENT,
    VIEWED,
    MARK_RANGE,
    SIDE_BY_SIDE,
    WRAP,
    NEXT_PART,
    PREVIOUS_PART,
    NEXT_SIBLING,
    PREVIOUS_SIBLING,
    SEARCH,
    NEXT_MATCH,
    PREVIOUS_MATCH,
    VIEW_BOARD,
    VIEW_AGENTS,
    VIEW_INBOX,
    VIEW_RUNS,
    VIEW_REVIEW,
    NEXT_PANE,
    PREVIOUS_PANE,
    NEXT_NEED,
    PAUSE,
    HELP,
    MOUSE,
    REDRAW,
    SUSPEND,
    BACK,
    QUIT,
    LEAVE;

    /// How the configuration calls it.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
