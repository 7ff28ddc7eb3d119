package dev.fuel.tui.state;

import dev.fuel.tui.canvas.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The cells of a text that were dragged over: they never leave the pane in which the drag began.
public final class TextSelection {
    private TextSelection() {}

    /// A piece for each row, from above; empty if no text is dragged over.
    public static List<Rectangle> lines(AppState state) {
        Drag drag = state.options().drag();
        if (!drag.held() || !drag.hasMoved()) {
            return List.of();
        }
        return pane(state, drag).map(pane -> lines(pane, drag)).orElse(List.of());
    }

    private static List<Rectangle> lines(Rectangle pane, Drag drag) {
        int lastRow = pane.row() + pane.rows() - 1;
        int end = pane.column() + pane.columns();
        int row = Math.clamp(drag.row(), pane.row(), lastRow);
        int column = Math.clamp(drag.column(), pane.column(), end - 1);
        boolean down = row > drag.fromRow() || (row == drag.fromRow() && column >= drag.fromColumn());
        int top = down ? drag.fromRow() : row;
        int bottom = down ? row : drag.fromRow();
        int first = down ? drag.fromColumn() : column;
        int last = down ? column : drag.fromColumn();
        List<Rectangle> lines = new ArrayList<>();
        for (int at = top; at <= bottom; at++) {
            int from = at == top ? first : pane.column();
            int to = at == bottom ? last + 1 : end;
            lines.add(new Rectangle(from, at, to - from, 1));
        }
        return lines;
    }

    /// The text pane in which it began.
    private static Optional<Rectangle> pane(AppState state, Drag drag) {
        return panes(state)
                .filter(pane -> pane.contains(drag.fromColumn(), drag.fromRow()))
                .findFirst();
    }

    private static Stream<Rectangle> panes(AppState state) {
        return switch (state.view()) {
            case BOARD ->
                state.layout().output().isEmpty()
                        ? Stream.empty()
                        : Stream.of(TextLayout.inside(state.layout().output()));
            case INBOX ->
                Stream.of(TextLayout.inside(state.listLayout(ViewKind.INBOX).detail()));
            case DETAIL -> Stream.of(TextLayout.inside(state.size()));
            case OUTPUT -> Stream.of(TextLayout.inside(TextLayout.run(state.size())));
            case REVIEWING ->
                Stream.of(ReviewPage.Part.values())
                        .filter(part -> ReviewLayout.of(state)
                                .isShown(part, state.pages().review().part()))
                        .map(part -> TextLayout.inside(ReviewLayout.of(state).place(part)));
            default -> Stream.empty();
        };
    }
}
