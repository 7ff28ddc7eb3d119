package dev.fuel.tui.view;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Glyph;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.canvas.Width;
import dev.fuel.tui.state.Choice;
import dev.fuel.tui.state.Entries;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows to choose from, with headings between them: the selected one is always in view.
///
/// @param keyWidth the room for keys before the words
record ChoicesView(List<Row> rows, int keyWidth) {
    /// What an explanation begins with.
    private static final List<String> EXPLANATIONS = List.of(": ", "; ", ", ", " (");

    /// A heading, or an entry.
    record Row(String heading, @Nullable Choice choice) {}

    static ChoicesView of(List<Choice> choices, int keyWidth) {
        return new ChoicesView(
                choices.stream().map(choice -> new Row("", choice)).toList(), keyWidth);
    }

    static ChoicesView ofParts(List<Entries.Part> parts, int keyWidth) {
        List<Row> rows = new ArrayList<>();
        for (Entries.Part part : parts) {
            rows.add(new Row("-- " + part.title() + " --", null));
            part.choices().forEach(choice -> rows.add(new Row("", choice)));
        }
        return new ChoicesView(rows, keyWidth);
    }

    /// The first row in view, so that the selected entry is, with its heading where it is the first.
    int top(int selected, int visible) {
        int row = rowOf(selected);
        int above = row <= 1 ? 0 : row;
        return Math.clamp(above - (long) visible / 2, 0, Math.max(0, rows.size() - visible));
    }

    private int rowOf(int selected) {
        int left = selected;
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).choice() != null && left-- == 0) {
                return row;
            }
        }
        return 0;
    }

    void draw(Canvas canvas, int selected) {
        int top = top(selected, canvas.rows());
        int chosen = rowOf(selected);
        int number = (int)
                rows.stream().limit(top).filter(entry -> entry.choice() != null).count();
        for (int row = 0; row < canvas.rows() && top + row < rows.size(); row++) {
            Choice choice = rows.get(top + row).choice();
            if (choice == null) {
                canvas.put(1, row, rows.get(top + row).heading(), Style.DIM);
                continue;
            }
            drawChoice(canvas, row, choice);
            canvas.zone(0, row, canvas.columns(), "choice-" + number);
            number++;
            if (top + row == chosen) {
                canvas.putGlyph(0, row, Glyph.SELECTED, Style.of(Role.FOCUS).asBold());
                canvas.restyle(row, Style.SELECTED);
            }
        }
    }

    /// Without the explanation where there is no room for it: `attach: go on in the agent's own session` is `attach`.
    static String brief(String words, int room) {
        if (Width.of(words) <= room) {
            return words;
        }
        return EXPLANATIONS.stream()
                .map(words::indexOf)
                .filter(place -> place > 0 && place <= room)
                .max(Integer::compare)
                .map(place -> words.substring(0, place))
                .orElse(words);
    }

    private void drawChoice(Canvas canvas, int row, Choice choice) {
        boolean off = !choice.off().isEmpty();
        Style style = off ? Style.DIM : Style.TEXT;
        String aside = off ? "off: " + choice.off() : choice.note();
        int words = 2 + keyWidth;
        if (keyWidth > 0) {
            canvas.put(2, row, keyWidth - 1, choice.key(), off ? Style.DIM : Style.of(Role.FOCUS));
        }
        int room = canvas.columns() - words - 1;
        int asideWidth = Math.min(Width.of(aside), room / 2);
        int wordsRoom = room - (asideWidth == 0 ? 0 : asideWidth + 2);
        int end = canvas.put(words, row, wordsRoom, brief(choice.words(), wordsRoom), style);
        int start = Math.max(end + 2, canvas.columns() - 1 - Width.of(aside));
        canvas.put(start, row, Math.max(0, canvas.columns() - 1 - start), aside, Style.DIM);
    }
}
