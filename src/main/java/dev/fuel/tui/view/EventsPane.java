package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.BoardPane;
import dev.fuel.tui.state.EventLine;
import dev.fuel.tui.state.ListFocus;
import dev.fuel.tui.state.ViewKind;
import dev.fuel.tui.widget.Box;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// What happened lately, in mission control.
final class EventsPane {
    static final String EMPTY = "Nothing has happened yet.";

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private EventsPane() {}

    static void draw(Canvas canvas, AppState state) {
        boolean focused = state.focus().pane() == BoardPane.EVENTS;
        Canvas inside =
                Box.titled("Events").noting("newest first").focused(focused).draw(canvas);
        List<EventLine> events = state.board().events();
        ListFocus focus = state.list(ViewKind.EVENTS);
        inside.put(2, 0, "%-8s %s".formatted("TIME", "WHAT"), Style.DIM);
        if (events.isEmpty() && state.loaded()) {
            inside.put(2, 1, EMPTY, Style.DIM);
        }
        for (int row = 1; row < inside.rows() && focus.top() + row <= events.size(); row++) {
            EventLine event = events.get(focus.top() + row - 1);
            inside.put(2, row, time(event), Style.DIM);
            inside.put(11, row, event.text(), Style.TEXT);
            if (focused && focus.top() + row - 1 == focus.index()) {
                ListView.select(inside, row);
            }
        }
    }

    static String time(EventLine event) {
        return CLOCK.format(event.at().atZone(ZoneId.systemDefault()));
    }
}
