package dev.fuel.tui.view;

import dev.fuel.tui.action.Binding;
import dev.fuel.tui.action.KeyContext;
import dev.fuel.tui.action.KeyMap;
import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.Availability;
import dev.fuel.tui.state.Overlay;
import dev.fuel.tui.widget.Box;
import dev.fuel.tui.widget.Popup;
import dev.fuel.tui.widget.Scrolled;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// All keys that mean something here, from the key map, with the reason where one does nothing at the moment.
final class HelpView {
    private static final int WIDTH = 72;

    private record Line(String keys, String words, Style style) {}

    private HelpView() {}

    static Optional<FieldView.Place> draw(
            Canvas canvas, AppState state, Overlay.Help help, KeyMap keyMap, KeyContext context) {
        List<Line> lines = lines(state, help.filter().text(), keyMap, context);
        int height = Math.min(canvas.rows() - 4, lines.size() + 3);
        int visible = Math.max(1, height - 3);
        int top = Math.clamp(help.top(), 0, Math.max(0, lines.size() - visible));
        Box box = Box.titled("Keys")
                .noting("type to filter, Esc closes")
                .ending(Scrolled.position(top, visible, lines.size()));
        Canvas inside = Popup.draw(canvas, box, WIDTH, height);
        int column = inside.put(1, 0, "filter: ", Style.DIM);
        Optional<FieldView.Place> cursor =
                FieldView.line(inside.region(column, 0, inside.columns() - column - 1, 1), help.filter());
        for (int row = 0; row < visible && top + row < lines.size(); row++) {
            Line line = lines.get(top + row);
            inside.put(2, row + 1, line.keys(), line.style());
            inside.put(line.keys().isEmpty() ? 1 : 18, row + 1, line.words(), line.style());
        }
        return cursor;
    }

    private static List<Line> lines(AppState state, String filter, KeyMap keyMap, KeyContext context) {
        List<Line> lines = new ArrayList<>();
        for (KeyContext part : List.of(context, KeyContext.EVERYWHERE)) {
            List<Line> ofPart = keyMap.bindings().stream()
                    .filter(binding -> binding.context() == part)
                    .filter(binding -> matches(binding, filter))
                    .map(binding -> line(state, binding))
                    .toList();
            if (!ofPart.isEmpty()) {
                lines.add(new Line("", "-- " + part.title() + " --", Style.DIM));
                lines.addAll(ofPart);
            }
        }
        return lines;
    }

    private static Line line(AppState state, Binding binding) {
        return Availability.missing(state, binding.action())
                .map(reason ->
                        new Line(binding.keyNames(), "%s   off: %s".formatted(binding.sentence(), reason), Style.DIM))
                .orElseGet(() -> new Line(binding.keyNames(), binding.sentence(), Style.TEXT));
    }

    private static boolean matches(Binding binding, String filter) {
        String text = binding.keyNames() + " " + binding.sentence();
        return text.toLowerCase(Locale.ROOT)
                .contains(filter.toLowerCase(Locale.ROOT).strip());
    }
}
