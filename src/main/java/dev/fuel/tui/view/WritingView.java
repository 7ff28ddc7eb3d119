package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.Overlay;
import dev.fuel.tui.state.TextField;
import dev.fuel.tui.state.Writing;
import dev.fuel.tui.widget.Box;
import dev.fuel.tui.widget.Popup;
import java.util.Optional;

/// Texts that are typed over a view: what is looked for in the last row, all else in a box.
final class WritingView {
    private static final int WIDTH = 70;
    private static final int HEIGHT = 9;

    private WritingView() {}

    static Optional<FieldView.Place> draw(Canvas canvas, Overlay.Write write) {
        return switch (write.purpose()) {
            case Writing.Search _ -> search(canvas, write.text());
            case Writing.Comment comment ->
                box(canvas, write, "Comment on " + comment.on().where(), "Enter keeps it; without words it goes");
            case Writing.Changes changes ->
                box(
                        canvas,
                        write,
                        "Request changes on " + changes.about(),
                        "Enter sends it back" + with(changes.comments()));
            case Writing.ToAgent message ->
                box(canvas, write, "Message to the agent of " + message.task(), message.when() + "; Enter sends it");
            case Writing.SnoozeTime time ->
                box(
                        canvas,
                        write,
                        "Snooze %s until (2h, 15:00, tomorrow, 2026-12-01T15:00)".formatted(time.item()),
                        "Enter snoozes it");
        };
    }

    private static String with(int comments) {
        return switch (comments) {
            case 0 -> "";
            case 1 -> ", with your comment";
            default -> ", with your %d comments".formatted(comments);
        };
    }

    private static Optional<FieldView.Place> search(Canvas canvas, TextField words) {
        int row = canvas.rows() - 1;
        Canvas line = canvas.region(0, row, canvas.columns(), 1);
        line.clear();
        int column = line.put(1, 0, "/ ", Style.TEXT.asBold());
        line.putRight(canvas.columns() - 1, 0, "Enter searches, Esc does not", Style.DIM);
        return FieldView.line(line.region(column, 0, canvas.columns() - column - 32, 1), words)
                .map(place -> place.moved(column, row));
    }

    private static Optional<FieldView.Place> box(Canvas canvas, Overlay.Write write, String title, String hint) {
        String editor = write.purpose().isLong() ? ", ^o editor" : "";
        Canvas inside = Popup.draw(canvas, Box.titled(title).ending(hint + ", Esc does not" + editor), WIDTH, HEIGHT);
        int left = (canvas.columns() - inside.columns() - 2) / 2 + 1;
        int top = (canvas.rows() - inside.rows() - 2) / 2 + 1;
        return FieldView.lines(inside.region(1, 0, inside.columns() - 2, inside.rows()), write.text())
                .map(place -> place.moved(left + 1, top));
    }
}
