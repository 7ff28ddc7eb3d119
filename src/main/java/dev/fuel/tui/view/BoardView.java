package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Rectangle;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.BoardLayout;
import dev.fuel.tui.state.BoardPane;
import dev.fuel.tui.state.Card;
import dev.fuel.tui.state.Column;
import dev.fuel.tui.state.ColumnKind;
import dev.fuel.tui.state.ListFocus;
import dev.fuel.tui.state.Outputs;
import dev.fuel.tui.state.Targets;
import dev.fuel.tui.state.Wrap;
import dev.fuel.tui.widget.Box;
import dev.fuel.tui.widget.Scrolled;
import java.util.List;

/// The board: columns of cards, details of the selected one, and what else there is room for.
final class BoardView {
    private BoardView() {}

    static void draw(Canvas canvas, AppState state) {
        BoardLayout layout = state.layout();
        CountsRow.draw(canvas, state, layout);
        if (state.isWelcoming()) {
            Welcome.draw(body(state).of(canvas), state);
            return;
        }
        for (int place = 0; place < layout.columns().size(); place++) {
            if (!layout.columns().get(place).isEmpty()) {
                drawColumn(
                        layout.columns().get(place).of(canvas),
                        state,
                        layout,
                        layout.kinds().get(place));
            }
        }
        if (!layout.strip().isEmpty()) {
            DetailStrip.draw(layout.strip().of(canvas), state);
        }
        if (!layout.agents().isEmpty()) {
            AgentsPane.draw(layout.agents().of(canvas), state);
        }
        if (!layout.events().isEmpty()) {
            EventsPane.draw(layout.events().of(canvas), state);
        }
        if (!layout.output().isEmpty()) {
            drawOutputs(canvas, state);
        }
    }

    private static void drawOutputs(Canvas canvas, AppState state) {
        Outputs outputs = state.outputs();
        List<Rectangle> places = state.outputPlaces();
        for (int place = 0; place < places.size(); place++) {
            boolean focused = state.focus().output() && outputs.focus() == place;
            OutputView.draw(places.get(place).of(canvas), state, outputs.board().get(place), focused);
        }
    }

    private static Rectangle body(AppState state) {
        return new Rectangle(0, 2, state.size().columns(), state.size().rows() - 4);
    }

    static String position(AppState state) {
        ColumnKind kind = state.focus().column();
        int cards = state.cards(kind).size();
        return Targets.card(state)
                .map(card -> "%s %d/%d"
                        .formatted(kind.title(), state.focus().row(kind).index() + 1, cards))
                .orElse(kind.title());
    }

    private static void drawColumn(Canvas canvas, AppState state, BoardLayout layout, ColumnKind kind) {
        boolean focused = state.focus().column() == kind && state.focus().pane() == BoardPane.CARDS;
        Column column = state.board().column(kind);
        List<Card> cards = state.cards(kind);
        int total = state.filter().isBlank() ? column.total() : cards.size();
        int visible = layout.visible(kind);
        ListFocus row = state.focus().row(kind);
        Canvas inside = Box.titled(canvas.glyph(kind.glyph()) + " " + kind.title())
                .styled(Style.of(kind.role()))
                .noting(note(state, kind, total, canvas.columns()))
                .ending(Scrolled.position(row.top(), visible, total))
                .focused(focused)
                .draw(canvas);
        if (cards.isEmpty()) {
            drawEmpty(inside, state, kind);
        }
        int height = layout.cardRows(kind);
        for (int index = 0; index < visible && row.top() + index < cards.size(); index++) {
            Canvas place = inside.region(0, index * (height + layout.gap(kind)), inside.columns(), height);
            boolean selected = focused && row.top() + index == row.index();
            Card card = cards.get(row.top() + index);
            boolean marked = state.doing().marks().has(card.id().value());
            CardView.draw(place, card, kind, selected, marked, state.now());
            if (state.doing().underway().isWaiting(card.id().value(), state.now())) {
                Style style = selected ? Style.SELECTED : Style.of(Role.FOCUS).asBold();
                place.putRight(place.columns(), 0, "   " + ListView.WAITS, style);
            }
        }
    }

    private static String note(AppState state, ColumnKind kind, int total, int width) {
        String count = "%,d".formatted(total);
        if (kind != ColumnKind.RUNNING) {
            return count;
        }
        String slots = "slots %d/%d"
                .formatted(state.board().slotsInUse(), state.board().slots());
        return width < 28 ? slots : count + "  " + slots;
    }

    private static void drawEmpty(Canvas inside, AppState state, ColumnKind kind) {
        if (!state.loaded()) {
            return;
        }
        String words = state.filter().isBlank()
                ? kind.whenEmpty()
                : "Nothing here matches \"%s\". Esc clears the filter.".formatted(state.filter());
        int row = 1;
        for (String line : Wrap.rows(words, inside.columns() - 2)) {
            inside.put(1, row, line, Style.DIM);
            row++;
        }
    }
}
