package dev.fuel.tui.view;

import dev.fuel.tui.action.KeyMap;
import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.Choice;
import dev.fuel.tui.state.Entries;
import dev.fuel.tui.state.Overlay;
import dev.fuel.tui.widget.Box;
import dev.fuel.tui.widget.Popup;
import java.util.List;
import java.util.Optional;

/// Everything that can be done or found, by its name.
final class PaletteView {
    private static final int WIDTH = 76;
    private static final int HEIGHT = 20;
    private static final int KEYS = 7;

    private PaletteView() {}

    static Optional<FieldView.Place> draw(Canvas canvas, AppState state, Overlay.Palette palette, KeyMap keyMap) {
        List<Choice> found = Entries.palette(state, keyMap, palette.query().text());
        int height = Math.min(HEIGHT, canvas.rows() - 2);
        Box box = Box.titled("Go to or do").noting("%,d found".formatted(found.size()));
        Canvas inside = Popup.draw(canvas, box, Math.min(WIDTH, canvas.columns() - 2), height);
        int column = inside.put(1, 0, ": ", Style.TEXT.asBold());
        int visible = Math.max(1, inside.rows() - 3);
        if (found.isEmpty()) {
            inside.put(2, 1, "Nothing is called that.", Style.DIM);
        }
        ChoicesView.of(found, KEYS).draw(inside.region(0, 1, inside.columns(), visible), palette.selected());
        String hint = "Enter does it  ^n ^p move  Esc closes   > actions  # tasks  @ agents";
        inside.put(1, inside.rows() - 1, inside.columns() - 2, hint, Style.DIM);
        return FieldView.line(inside.region(column, 0, inside.columns() - column - 1, 1), palette.query())
                .map(place -> place.moved(column, 0).within(canvas, inside));
    }
}
