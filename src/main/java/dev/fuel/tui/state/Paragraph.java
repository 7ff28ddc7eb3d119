package dev.fuel.tui.state;

import dev.fuel.tui.canvas.Role;
import java.util.ArrayList;
import java.util.List;

/// A line of a text to read, and what it means.
public record Paragraph(Role role, String text) {
    public static Paragraph of(String text) {
        return new Paragraph(Role.TEXT, text);
    }

    public static Paragraph heading(String text) {
        return new Paragraph(Role.FOCUS, text);
    }

    public static Paragraph empty() {
        return of("");
    }

    /// The paragraphs in rows of the width, each a paragraph of its own.
    public static List<Paragraph> rows(List<Paragraph> paragraphs, int width) {
        List<Paragraph> rows = new ArrayList<>();
        for (Paragraph paragraph : paragraphs) {
            for (String line : ForeignText.lines(paragraph.text)) {
                Wrap.rows(line, width).forEach(row -> rows.add(new Paragraph(paragraph.role, row)));
            }
        }
        return rows;
    }
}
