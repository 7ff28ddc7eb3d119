package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.EventLine;
import dev.fuel.tui.widget.Box;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// What happened lately, in mission control.
final class EventsPane {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private EventsPane() {}

    static void draw(Canvas canvas, AppState state) {
        Canvas inside = Box.titled("Events").noting("newest first").draw(canvas);
        int row = 0;
        for (EventLine event : state.board().events()) {
            inside.put(1, row, CLOCK.format(event.at().atZone(ZoneId.systemDefault())), Style.DIM);
            inside.put(10, row, event.text(), Style.TEXT);
            row++;
        }
        if (row == 0) {
            inside.put(1, 0, "Nothing has happened yet.", Style.DIM);
        }
    }
}
