package dev.fuel.cli;

import java.util.ArrayList;
import java.util.List;

/// Rows in columns. The last column takes what is left of the width and is cut there; on anything but a terminal
/// nothing is cut.
public final class Table {
    private static final int GAP = 2;
    private static final int LEAST = 12;

    private final List<String> titles;
    private final List<List<Span>> rows = new ArrayList<>();

    public Table(String... titles) {
        this.titles = List.of(titles);
    }

    public Table row(Span... cells) {
        if (cells.length != titles.size()) {
            throw new IllegalArgumentException("%d cells for %d columns".formatted(cells.length, titles.size()));
        }
        rows.add(List.of(cells));
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    void print(Output output) {
        int[] widths = new int[titles.size()];
        for (int column = 0; column < widths.length; column++) {
            int at = column;
            widths[column] = Math.max(
                    output.isTerminal() ? Printable.width(titles.get(at)) : 0,
                    rows.stream().mapToInt(row -> row.get(at).width()).max().orElse(0));
        }
        if (output.isTerminal()) {
            int last = widths.length - 1;
            int before = 0;
            for (int column = 0; column < last; column++) {
                before += widths[column] + GAP;
            }
            widths[last] = Math.min(widths[last], Math.max(LEAST, output.width() - before));
        }
        if (output.isTerminal()) {
            output.line(cells(titles.stream().map(Role.DIM::of).toList(), widths));
        }
        rows.forEach(row -> output.line(cells(row, widths)));
    }

    private static Span[] cells(List<Span> row, int[] widths) {
        var cells = new ArrayList<Span>();
        for (int column = 0; column < widths.length; column++) {
            Span cell = row.get(column);
            boolean last = column == widths.length - 1;
            String text = last ? Printable.fit(cell.text(), widths[column]) : cell.text();
            cells.add(cell.role().of(text));
            if (!last) {
                cells.add(Span.of(" ".repeat(widths[column] - cell.width() + GAP)));
            }
        }
        return cells.toArray(Span[]::new);
    }
}
