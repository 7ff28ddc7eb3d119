package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Glyph;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.ListFocus;
import dev.fuel.tui.state.ListLayout;
import dev.fuel.tui.state.Targets;
import dev.fuel.tui.state.ViewKind;
import dev.fuel.tui.state.Wrap;
import dev.fuel.tui.widget.Box;
import dev.fuel.tui.widget.Scrolled;
import java.util.List;

/// A list and the details of its selected row.
///
/// @param heading  above the rows
/// @param whenEmpty what is said in place of rows, once it is known that there are none
record ListView(ViewKind kind, String title, String heading, List<Row> rows, List<String> detail, String whenEmpty) {
    /// What stands before a marked row.
    static final String MARK = "+";

    /// What stands at the end of a row about which something is not done yet.
    static final String WAITS = "...";

    /// A row and what its first sign means.
    record Row(String text, Role role) {}

    void draw(Canvas canvas, AppState state) {
        drawList(canvas, state, "%,d".formatted(rows.size()));
        drawDetail(state.listLayout(kind).detail().of(canvas));
    }

    /// @param note at the upper right of the border
    void drawList(Canvas canvas, AppState state, String note) {
        ListLayout layout = state.listLayout(kind);
        ListFocus focus = state.list(kind);
        Canvas inside = Box.titled(title)
                .noting(note)
                .ending(Scrolled.position(focus.top(), layout.visible(), rows.size()))
                .focused(true)
                .draw(layout.list().of(canvas));
        inside.put(2, 0, heading, Style.DIM);
        if (rows.isEmpty() && state.loaded()) {
            inside.put(2, 1, whenEmpty, Style.DIM);
        }
        List<String> keys = Targets.keys(state, kind);
        for (int index = 0; index < layout.visible() && focus.top() + index < rows.size(); index++) {
            Row row = rows.get(focus.top() + index);
            inside.put(2, index + 1, row.text(), Style.of(row.role()));
            if (focus.top() + index < keys.size() && state.doing().marks().has(keys.get(focus.top() + index))) {
                inside.put(1, index + 1, MARK, Style.of(Role.FOCUS).asBold());
            }
            if (focus.top() + index < keys.size()
                    && state.doing().underway().isWaiting(keys.get(focus.top() + index), state.now())) {
                inside.putRight(
                        inside.columns(),
                        index + 1,
                        " " + WAITS,
                        Style.of(Role.FOCUS).asBold());
            }
            if (focus.top() + index == focus.index()) {
                select(inside, index + 1);
            }
        }
    }

    /// Marks the row as the selected one.
    static void select(Canvas inside, int row) {
        inside.putGlyph(0, row, Glyph.SELECTED, Style.of(Role.FOCUS).asBold());
        inside.restyle(row, Style.SELECTED);
    }

    private void drawDetail(Canvas canvas) {
        Canvas inside = Box.titled(rows.isEmpty() ? "" : "Details").draw(canvas);
        int at = 0;
        for (String line : detail) {
            for (String part : Wrap.rows(line, inside.columns() - 2)) {
                inside.put(1, at, part, Style.TEXT);
                at++;
            }
        }
    }
}
