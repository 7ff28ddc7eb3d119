package dev.fuel.tui;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Display.Cursor;
import dev.fuel.tui.theme.Background;
import dev.fuel.tui.theme.Colour;
import dev.fuel.tui.theme.Ink;
import dev.fuel.tui.theme.Theme;
import dev.fuel.tui.view.View;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Paints a frame as a picture, as a terminal with these colours would show it. Box lines are drawn by hand, so that
/// they join whatever font there is.
final class FramePng {
    private static final int CELL_WIDTH = 9;
    private static final int CELL_HEIGHT = 19;
    private static final int MARGIN = 12;
    private static final int BASELINE = 14;
    private static final int[] NAMED = {
        0x000000, 0xcd3131, 0x0dbc79, 0xc8a21e, 0x4a8fe0, 0xbc3fbc, 0x11a8cd, 0xd5d5d5,
        0x767676, 0xf14c4c, 0x23d18b, 0xf5f543, 0x6cb6ff, 0xd670d6, 0x29b8db, 0xffffff
    };

    private final Theme theme;
    private final Color paper;
    private final Color text;

    FramePng(Theme theme, Background background) {
        this.theme = theme;
        boolean dark = background == Background.DARK;
        paper = new Color(dark ? 0x1e1e2e : 0xffffff);
        text = new Color(dark ? 0xe4e6ee : 0x1f2328);
    }

    void write(View.Frame frame, Path file) throws IOException {
        Canvas canvas = frame.canvas();
        BufferedImage image = new BufferedImage(
                canvas.columns() * CELL_WIDTH + 2 * MARGIN,
                canvas.rows() * CELL_HEIGHT + 2 * MARGIN,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(paper);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        for (int row = 0; row < canvas.rows(); row++) {
            for (int column = 0; column < canvas.columns(); column++) {
                paintCell(pen, canvas, column, row);
            }
        }
        Cursor cursor = frame.cursor();
        if (cursor != null) {
            pen.setColor(text);
            pen.fillRect(x(cursor.column()), y(cursor.row()) + 1, 2, CELL_HEIGHT - 2);
        }
        pen.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private void paintCell(Graphics2D pen, Canvas canvas, int column, int row) {
        String grapheme = canvas.graphemeAt(column, row);
        if (grapheme.equals(Canvas.CONTINUED)) {
            return;
        }
        boolean wide = column + 1 < canvas.columns()
                && canvas.graphemeAt(column + 1, row).equals(Canvas.CONTINUED);
        int width = wide ? 2 * CELL_WIDTH : CELL_WIDTH;
        Ink ink = theme.ink(canvas.styleAt(column, row));
        Color front = color(ink.foreground(), text);
        Color back = color(ink.background(), paper);
        pen.setColor(ink.reverse() ? front : back);
        pen.fillRect(x(column), y(row), width, CELL_HEIGHT);
        pen.setColor(ink.reverse() ? back : front);
        if (!paintLine(pen, grapheme, x(column), y(row))) {
            pen.setFont(new Font(Font.MONOSPACED, ink.bold() ? Font.BOLD : Font.PLAIN, 15));
            pen.drawString(grapheme, x(column), y(row) + BASELINE);
        }
        if (ink.underline()) {
            pen.drawLine(x(column), y(row) + BASELINE + 2, x(column) + width, y(row) + BASELINE + 2);
        }
    }

    /// Whether the sign is a box line.
    private static boolean paintLine(Graphics2D pen, String grapheme, int x, int y) {
        int place = "─│┌┐└┘═║╔╗╚╝".indexOf(grapheme);
        if (place < 0 || grapheme.length() != 1) {
            return false;
        }
        boolean twin = place >= 6;
        int shape = place % 6;
        pen.setStroke(new BasicStroke(1));
        for (int offset : twin ? new int[] {-2, 2} : new int[] {0}) {
            int middleX = x + CELL_WIDTH / 2;
            int middleY = y + CELL_HEIGHT / 2;
            boolean toRight = shape == 2 || shape == 4;
            boolean toLeft = shape == 3 || shape == 5;
            boolean down = shape == 2 || shape == 3;
            int acrossY = middleY + offset;
            int downX = middleX + (shape == 1 ? offset : shape == 2 || shape == 5 ? offset : -offset);
            if (shape != 1) {
                int from = toRight ? downX : x;
                int to = toLeft ? downX : x + CELL_WIDTH;
                pen.drawLine(from, acrossY, to, acrossY);
            }
            if (shape != 0) {
                int from = shape == 1 || !down ? y : acrossY;
                int to = shape == 1 || down ? y + CELL_HEIGHT : acrossY;
                pen.drawLine(downX, from, downX, to);
            }
        }
        return true;
    }

    private static Color color(Colour colour, Color whenDefault) {
        return switch (colour) {
            case Colour.Default _ -> whenDefault;
            case Colour.Named(int index) -> new Color(NAMED[index]);
            case Colour.Indexed(int index) -> new Color(indexed(index));
            case Colour.Rgb(int red, int green, int blue) -> new Color(red, green, blue);
        };
    }

    /// xterm's 256 colours: 16 named, a cube of 6 x 6 x 6, 24 greys.
    private static int indexed(int index) {
        if (index < 16) {
            return NAMED[index];
        }
        if (index >= 232) {
            int grey = 8 + 10 * (index - 232);
            return grey << 16 | grey << 8 | grey;
        }
        int cube = index - 16;
        return level(cube / 36) << 16 | level(cube / 6 % 6) << 8 | level(cube % 6);
    }

    private static int level(int step) {
        return step == 0 ? 0 : 55 + 40 * step;
    }

    private static int x(int column) {
        return MARGIN + column * CELL_WIDTH;
    }

    private static int y(int row) {
        return MARGIN + row * CELL_HEIGHT;
    }
}
