package dev.fuel.tui.action;

import static dev.fuel.tui.action.KeyContext.AGENTS;
import static dev.fuel.tui.action.KeyContext.BOARD;
import static dev.fuel.tui.action.KeyContext.DIFFERENCE;
import static dev.fuel.tui.action.KeyContext.EVERYWHERE;
import static dev.fuel.tui.action.KeyContext.INBOX;
import static dev.fuel.tui.action.KeyContext.LIST;
import static dev.fuel.tui.action.KeyContext.TEXT;

import java.util.List;
import java.util.stream.Stream;

/// The keys that Fuel comes with: context, action, rank among the hints, keys.
final class DefaultKeys {
    static final List<Binding> BINDINGS = List.of(
            bind(BOARD, Action.OPEN, 1, "Enter"),
            bind(BOARD, Action.NEW_TASK, 4, "n"),
            bind(BOARD, Action.FILTER, 9, "/"),
            bind(BOARD, Action.LEFT, 0, "h", "Left"),
            bind(BOARD, Action.RIGHT, 0, "l", "Right"),
            bind(BOARD, Action.DOWN, 0, "j", "Down"),
            bind(BOARD, Action.UP, 0, "k", "Up"),
            bind(BOARD, Action.FIRST, 0, "g", "Home"),
            bind(BOARD, Action.LAST, 0, "G", "End"),
            bind(BOARD, Action.HALF_PAGE_DOWN, 0, "^d"),
            bind(BOARD, Action.HALF_PAGE_UP, 0, "^u"),
            bind(BOARD, Action.PAGE_DOWN, 0, "PgDn"),
            bind(BOARD, Action.PAGE_UP, 0, "PgUp"),
            bind(LIST, Action.OPEN, 1, "Enter"),
            bind(LIST, Action.NEW_TASK, 9, "n"),
            bind(LIST, Action.DOWN, 0, "j", "Down"),
            bind(LIST, Action.UP, 0, "k", "Up"),
            bind(LIST, Action.FIRST, 0, "g", "Home"),
            bind(LIST, Action.LAST, 0, "G", "End"),
            bind(LIST, Action.HALF_PAGE_DOWN, 0, "^d"),
            bind(LIST, Action.HALF_PAGE_UP, 0, "^u"),
            bind(LIST, Action.PAGE_DOWN, 0, "PgDn"),
            bind(LIST, Action.PAGE_UP, 0, "PgUp"),
            bind(INBOX, Action.PAGE_DOWN, 0, "PgDn", "Space"),
            bind(INBOX, Action.PAGE_UP, 0, "PgUp", "b"),
            bind(AGENTS, Action.PAUSE_AGENT, 2, "p"),
            bind(AGENTS, Action.RESET_AGENT, 3, "R"),
            bind(TEXT, Action.FOLLOW, 1, "f"),
            bind(TEXT, Action.OPEN, 2, "Enter"),
            bind(TEXT, Action.LAST, 3, "G", "End"),
            bind(TEXT, Action.DOWN, 0, "j", "Down", "^e"),
            bind(TEXT, Action.UP, 0, "k", "Up", "^y"),
            bind(TEXT, Action.FIRST, 0, "g", "Home"),
            bind(TEXT, Action.HALF_PAGE_DOWN, 0, "^d"),
            bind(TEXT, Action.HALF_PAGE_UP, 0, "^u"),
            bind(TEXT, Action.PAGE_DOWN, 0, "PgDn", "Space"),
            bind(TEXT, Action.PAGE_UP, 0, "PgUp", "b"),
            bind(TEXT, Action.NEXT_PART, 0, "]"),
            bind(TEXT, Action.PREVIOUS_PART, 0, "["),
            bind(TEXT, Action.NEXT_SIBLING, 0, "}"),
            bind(TEXT, Action.PREVIOUS_SIBLING, 0, "{"),
            bind(TEXT, Action.SEARCH, 4, "/"),
            bind(TEXT, Action.NEXT_MATCH, 0, "n"),
            bind(TEXT, Action.PREVIOUS_MATCH, 0, "N"),
            bind(DIFFERENCE, Action.NEXT_PART, 1, "]"),
            bind(DIFFERENCE, Action.PREVIOUS_PART, 0, "["),
            bind(DIFFERENCE, Action.NEXT_SIBLING, 1, "}"),
            bind(DIFFERENCE, Action.PREVIOUS_SIBLING, 0, "{"),
            bind(DIFFERENCE, Action.COMMENT, 1, "c"),
            bind(DIFFERENCE, Action.VIEWED, 3, "Space"),
            bind(DIFFERENCE, Action.MARK_RANGE, 0, "v"),
            bind(DIFFERENCE, Action.SIDE_BY_SIDE, 5, "s"),
            bind(DIFFERENCE, Action.WRAP, 7, "w"),
            bind(DIFFERENCE, Action.SEARCH, 4, "/"),
            bind(DIFFERENCE, Action.NEXT_MATCH, 0, "n"),
            bind(DIFFERENCE, Action.PREVIOUS_MATCH, 0, "N"),
            bind(DIFFERENCE, Action.OPEN, 0, "Enter"),
            bind(DIFFERENCE, Action.DOWN, 0, "j", "Down", "^e"),
            bind(DIFFERENCE, Action.UP, 0, "k", "Up", "^y"),
            bind(DIFFERENCE, Action.LEFT, 0, "h", "Left"),
            bind(DIFFERENCE, Action.RIGHT, 0, "l", "Right"),
            bind(DIFFERENCE, Action.FIRST, 0, "g", "Home"),
            bind(DIFFERENCE, Action.LAST, 0, "G", "End"),
            bind(DIFFERENCE, Action.HALF_PAGE_DOWN, 0, "^d"),
            bind(DIFFERENCE, Action.HALF_PAGE_UP, 0, "^u"),
            bind(DIFFERENCE, Action.PAGE_DOWN, 0, "PgDn"),
            bind(DIFFERENCE, Action.PAGE_UP, 0, "PgUp", "b"),
            bind(EVERYWHERE, Action.APPROVE, 2, "a"),
            bind(EVERYWHERE, Action.REJECT, 2, "x"),
            bind(EVERYWHERE, Action.REPLY, 3, "r"),
            bind(EVERYWHERE, Action.REVIEW, 8, "D"),
            bind(EVERYWHERE, Action.PAUSE, 3, "P"),
            bind(EVERYWHERE, Action.STOP_RUN, 5, "S"),
            bind(EVERYWHERE, Action.RETRY, 6, "R"),
            bind(EVERYWHERE, Action.MENU, 6, "m"),
            bind(EVERYWHERE, Action.START_NOW, 7, "s"),
            bind(EVERYWHERE, Action.PAUSE_ONE, 10, "p"),
            bind(EVERYWHERE, Action.EDIT, 10, "e"),
            bind(EVERYWHERE, Action.CANCEL, 11, "d"),
            bind(EVERYWHERE, Action.RAISE, 0, "K"),
            bind(EVERYWHERE, Action.LOWER, 0, "J"),
            bind(EVERYWHERE, Action.ATTACH, 0, "A"),
            bind(EVERYWHERE, Action.COPY, 12, "y"),
            bind(EVERYWHERE, Action.UNDO, 0, "u"),
            bind(EVERYWHERE, Action.REDO, 0, "U"),
            bind(EVERYWHERE, Action.VIEW_BOARD, 0, "1"),
            bind(EVERYWHERE, Action.VIEW_AGENTS, 0, "2"),
            bind(EVERYWHERE, Action.VIEW_INBOX, 0, "3"),
            bind(EVERYWHERE, Action.VIEW_RUNS, 0, "4"),
            bind(EVERYWHERE, Action.VIEW_REVIEW, 0, "5"),
            bind(EVERYWHERE, Action.NEXT_NEED, 8, "!"),
            bind(EVERYWHERE, Action.NEXT_PANE, 9, "Tab"),
            bind(EVERYWHERE, Action.PREVIOUS_PANE, 0, "S-Tab"),
            bind(EVERYWHERE, Action.BACK, 0, "Esc"),
            bind(EVERYWHERE, Action.MOUSE, 0, "M"),
            bind(EVERYWHERE, Action.REDRAW, 0, "^l"),
            bind(EVERYWHERE, Action.SUSPEND, 0, "^z"),
            bind(EVERYWHERE, Action.QUIT, 13, "q"),
            bind(EVERYWHERE, Action.LEAVE, 0, "^c"),
            bind(EVERYWHERE, Action.PALETTE, 8, ":", "^p"),
            bind(EVERYWHERE, Action.HELP, 99, "?"));

    private DefaultKeys() {}

    private static Binding bind(KeyContext context, Action action, int rank, String... keys) {
        return new Binding(context, action, Stream.of(keys).map(KeyNames::parse).toList(), rank);
    }
}
