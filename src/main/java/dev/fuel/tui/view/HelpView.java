package dev.fuel.tui.view;

import dev.fuel.tui.action.KeyMap;
import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.Entries;
import dev.fuel.tui.state.Overlay;
import dev.fuel.tui.widget.Box;
import dev.fuel.tui.widget.Popup;
import dev.fuel.tui.widget.Scrolled;
import java.util.List;
import java.util.Optional;

/// All keys that mean something here, from the key map, with the reason where one does nothing at the moment.
final class HelpView {
    private static final int WIDTH = 76;
    private static final int KEYS = 12;

    private HelpView() {}

    static Optional<FieldView.Place> draw(Canvas canvas, AppState state, Overlay.Help help, KeyMap keyMap) {
        List<Entries.Part> parts = Entries.help(state, keyMap, help.filter().text());
        ChoicesView choices = ChoicesView.ofParts(parts, KEYS);
        int height = Math.min(canvas.rows() - 4, choices.rows().size() + 3);
        int visible = Math.max(1, height - 3);
        int top = choices.top(help.selected(), visible);
        Box box = Box.titled("Keys")
                .noting("type to filter, Enter does it, Esc closes")
                .ending(Scrolled.position(top, visible, choices.rows().size()));
        Canvas inside = Popup.draw(canvas, box, WIDTH, height);
        int column = inside.put(1, 0, "filter: ", Style.DIM);
        choices.draw(inside.region(0, 1, inside.columns(), visible), help.selected());
        return FieldView.line(inside.region(column, 0, inside.columns() - column - 1, 1), help.filter())
                .map(place -> place.moved(column, 0).within(canvas, inside));
    }
}
