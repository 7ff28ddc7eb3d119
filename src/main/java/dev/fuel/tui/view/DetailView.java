package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.Reading;
import dev.fuel.tui.state.TaskDetail;
import dev.fuel.tui.state.TextLayout;
import dev.fuel.tui.widget.Box;
import dev.fuel.tui.widget.Scrolled;
import java.util.List;

/// A task, idea or inbox item to read, full screen.
final class DetailView {
    private DetailView() {}

    static void draw(Canvas canvas, AppState state) {
        Reading reading = state.reading();
        TaskDetail detail = reading.detail();
        Canvas place = TextLayout.box(state.size()).of(canvas);
        List<String> rows = reading.rows(place.columns() - 4);
        String title = detail == null ? "" : detail.id().value() + " " + detail.title();
        Canvas inside = Box.titled(title)
                .noting(detail != null && detail.run() != null ? "Enter: output of its last run" : "")
                .ending(Scrolled.position(reading.top(), place.rows() - 2, rows.size()))
                .focused(true)
                .draw(place);
        for (int row = 0; row < inside.rows() && reading.top() + row < rows.size(); row++) {
            inside.put(1, row, inside.columns() - 2, rows.get(reading.top() + row), Style.TEXT);
        }
    }
}
