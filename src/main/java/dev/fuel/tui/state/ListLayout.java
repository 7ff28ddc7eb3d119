package dev.fuel.tui.state;

import dev.fuel.tui.canvas.Rectangle;
import dev.fuel.tui.canvas.Size;

/// Where a list and the details of its selected row stand: one over the other, beside each other from 120 columns on.
public record ListLayout(Rectangle list, Rectangle detail) {
    public static ListLayout of(Size size) {
        int body = Math.max(0, size.rows() - 1 - BoardLayout.ROWS_BELOW);
        if (size.columns() >= 120) {
            int width = size.columns() * 3 / 5;
            return new ListLayout(
                    new Rectangle(0, 1, width, body), new Rectangle(width, 1, size.columns() - width, body));
        }
        int listRows = Math.max(4, body / 2);
        return new ListLayout(
                new Rectangle(0, 1, size.columns(), Math.min(body, listRows)),
                new Rectangle(0, 1 + listRows, size.columns(), Math.max(0, body - listRows)));
    }

    /// With no more of a low screen for the list than it needs: the details are what is read.
    static ListLayout fitting(Size size, int rows) {
        ListLayout usual = of(size);
        int height = Math.clamp(rows + 3L, 5, Math.max(5, usual.list().rows()));
        if (size.columns() >= 120 || height >= usual.list().rows()) {
            return usual;
        }
        int body = usual.list().rows() + usual.detail().rows();
        return new ListLayout(
                new Rectangle(0, 1, size.columns(), height),
                new Rectangle(0, 1 + height, size.columns(), body - height));
    }

    /// A heading and the rows below it, inside the border.
    public int visible() {
        return Math.max(1, list.rows() - 3);
    }
}
