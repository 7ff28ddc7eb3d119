package dev.fuel.tui.view;

import dev.fuel.domain.run.Cost;
import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.canvas.Width;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.ViewKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The first row: project, views with what waits in the inbox, slots, money.
final class Header {
    private static final List<ViewKind> TABS =
            List.of(ViewKind.BOARD, ViewKind.AGENTS, ViewKind.INBOX, ViewKind.RUNS, ViewKind.REVIEW);

    /// The least of the project's name that is shown; money goes first.
    private static final int SHORTEST_NAME = 8;

    private static final int NARROW = 78;
    private static final int WIDE = 120;

    private Header() {}

    static void draw(Canvas canvas, AppState state) {
        Board board = state.board();
        String money = board.costToday() == null ? "" : " " + Cost.words(board.costToday());
        boolean wide = canvas.columns() >= WIDE;
        String right = (wide ? "slots %d/%d  %s" : "%d/%d%s")
                .formatted(board.slotsInUse(), board.slots(), wide && !money.isEmpty() ? "today" + money : money);
        int tabs = tabsWidth(state, wide);
        int room = canvas.columns() - tabs - Width.of(right) - 9;
        if (room < SHORTEST_NAME) {
            room = canvas.columns() - tabs - 7;
        }
        int column = canvas.put(1, 0, "fuel ", Style.of(Role.FOCUS).asBold());
        column = canvas.put(column, 0, Math.max(SHORTEST_NAME, room), board.project(), Style.TEXT.asBold());
        column = Math.max(column + 1, wide ? 36 : column + 1);
        for (ViewKind tab : tabs(state)) {
            column = drawTab(canvas, column, state, tab, wide);
        }
        if (column + Width.of(right) + 1 < canvas.columns()) {
            canvas.putRight(canvas.columns() - 1, 0, right, Style.TEXT);
        }
    }

    /// The views with a place of their own, and the one that is shown.
    private static List<ViewKind> tabs(AppState state) {
        ViewKind current = current(state);
        return TABS.contains(current)
                ? TABS
                : Stream.concat(TABS.stream(), Stream.of(current)).toList();
    }

    private static int tabsWidth(AppState state, boolean wide) {
        return tabs(state).stream()
                .mapToInt(tab -> Width.of(tabText(state, tab)) + (wide ? 3 : 2))
                .sum();
    }

    private static int drawTab(Canvas canvas, int column, AppState state, ViewKind tab, boolean wide) {
        boolean current = tab == current(state);
        String text = tabText(state, tab);
        boolean waits = tab == ViewKind.INBOX && !state.board().inbox().isEmpty();
        Style plain = waits ? Style.of(Role.NEEDS) : Style.TEXT;
        Style style = current ? plain.asBold() : plain;
        if (TABS.contains(tab)) {
            canvas.zone(column, 0, Width.of(text) + 2, "view-" + tab.name().toLowerCase(Locale.ROOT));
        }
        int end = canvas.put(column, 0, current ? "[" + text + "]" : " " + text + " ", style);
        return end + (wide ? 1 : 0);
    }

    /// Number and name; on a narrow screen the name of the current view only.
    private static String tabText(AppState state, ViewKind tab) {
        int waiting = state.board().inbox().size();
        String count = tab == ViewKind.INBOX && waiting > 0 ? " %d!".formatted(waiting) : "";
        boolean named = tab == current(state) || state.size().columns() >= NARROW;
        String number = TABS.contains(tab) ? String.valueOf(TABS.indexOf(tab) + 1) : "";
        return (number + (named ? " " + tab.title() : "")).strip() + count;
    }

    /// What is open over a list counts as that list.
    private static ViewKind current(AppState state) {
        return state.view().isTop() || state.view().isList() ? state.view() : state.from();
    }
}
