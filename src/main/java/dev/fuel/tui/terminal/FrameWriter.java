package dev.fuel.tui.terminal;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.screen.Screen;
import com.googlecode.lanterna.screen.TerminalScreen;
import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Display.Cursor;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.theme.Theme;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Brings canvases onto the terminal: only the cells that changed, inside the marks of synchronized output (mode 2026),
/// as one write. Confined to the thread that draws.
final class FrameWriter {
    private static final byte[] BEGIN = "\u001b[?2026h".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\u001b[?2026l".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_CACHED = 20_000;

    private final Theme theme;
    private final FrameOutput output;
    private final TtyTerminal terminal;
    private final TerminalScreen screen;
    private final Map<Style, Map<String, ScreenCharacter>> cache = new HashMap<>();
    private int cached;
    private Style latestStyle = Style.TEXT;
    private Map<String, ScreenCharacter> latestCells = new HashMap<>();
    private Size size;
    private boolean blank = true;
    private @Nullable Canvas shown;
    private @Nullable Cursor shownCursor;

    FrameWriter(OutputStream target, Size size, Theme theme) throws IOException {
        this.theme = theme;
        this.size = size;
        output = new FrameOutput(target);
        terminal = new TtyTerminal(() -> this.size, output);
        // Of our kind, whose width need not be looked up.
        screen = new TerminalScreen(terminal, new ScreenCharacter(" ", false, theme.ink(Style.TEXT)));
        screen.setCursorPosition(null);
        screen.startScreen();
        output.discard(); // it would clear the screen before the alternate one is on
    }

    FrameOutput output() {
        return output;
    }

    /// Everything is drawn at the next frame, whatever is on the screen. Before the first one it is blank.
    void forget() {
        shown = null;
        blank = false;
    }

    void show(Canvas canvas, @Nullable Cursor cursor) throws IOException {
        if (shown != null && shown.sameAs(canvas) && Objects.equals(shownCursor, cursor)) {
            return;
        }
        Size wanted = new Size(canvas.columns(), canvas.rows());
        boolean complete = (shown == null && !blank) || !wanted.equals(size);
        if (!wanted.equals(size)) {
            size = wanted;
            terminal.getTerminalSize(); // tells the screen, by its listener
        }
        screen.doResizeIfNecessary();
        copy(canvas, complete ? null : before(canvas));
        screen.setCursorPosition(cursor == null ? null : new TerminalPosition(cursor.column(), cursor.row()));
        output.write(BEGIN);
        screen.refresh(complete ? Screen.RefreshType.COMPLETE : Screen.RefreshType.DELTA);
        output.write(END);
        output.send();
        shown = canvas;
        shownCursor = cursor;
    }

    private Canvas before(Canvas next) {
        return shown == null ? Canvas.blank(size, next.look()) : shown;
    }

    private void copy(Canvas canvas, @Nullable Canvas before) {
        for (int row = 0; row < canvas.rows(); row++) {
            for (int column = 0; column < canvas.columns(); column++) {
                String grapheme = canvas.graphemeAt(column, row);
                Style style = canvas.styleAt(column, row);
                boolean changed = before == null
                        || !grapheme.equals(before.graphemeAt(column, row))
                        || !style.equals(before.styleAt(column, row));
                if (changed && !grapheme.equals(Canvas.CONTINUED)) {
                    boolean wide = column + 1 < canvas.columns()
                            && canvas.graphemeAt(column + 1, row).equals(Canvas.CONTINUED);
                    screen.setCharacter(column, row, cell(grapheme, wide, style));
                }
            }
        }
    }

    private ScreenCharacter cell(String grapheme, boolean wide, Style style) {
        if (cached > MOST_CACHED) {
            cache.clear();
            latestCells = new HashMap<>();
            cached = 0;
        }
        if (cached == 0 || !style.equals(latestStyle)) {
            latestStyle = style;
            latestCells = cache.computeIfAbsent(style, _ -> new HashMap<>());
        }
        return latestCells.computeIfAbsent(grapheme, text -> made(text, wide, style));
    }

    private ScreenCharacter made(String grapheme, boolean wide, Style style) {
        cached++;
        return new ScreenCharacter(grapheme, wide, theme.ink(style));
    }
}
