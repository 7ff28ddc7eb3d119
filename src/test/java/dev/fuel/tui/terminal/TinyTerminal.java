package dev.fuel.tui.terminal;

import dev.fuel.tui.canvas.Graphemes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// As much of a terminal as frames need: moving the cursor, clearing, and text whose width it counts itself.
final class TinyTerminal {
    private static final Pattern PIECE = Pattern.compile("\u001b\\[([?0-9;]*)([A-Za-z])|([^\u001b]+)");

    private final String[][] cells;
    private int row;
    private int column;

    TinyTerminal(int columns, int rows) {
        cells = new String[rows][columns];
        clear();
    }

    void take(byte[] bytes) {
        Matcher matcher = PIECE.matcher(new String(bytes, StandardCharsets.UTF_8));
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() != end) {
                throw new AssertionError("not understood at " + end);
            }
            end = matcher.end();
            if (matcher.group(3) == null) {
                control(matcher.group(1), matcher.group(2).charAt(0));
            } else {
                print(matcher.group(3));
            }
        }
    }

    private void control(String parameters, char last) {
        switch (last) {
            case 'H' -> {
                String[] numbers = parameters.split(";", -1);
                row = Integer.parseInt(numbers[0]) - 1;
                column = Integer.parseInt(numbers[1]) - 1;
            }
            case 'J' -> clear();
            case 'm', 'h', 'l' -> {
                // Colours and modes change no cell.
            }
            default -> throw new AssertionError("not understood: " + parameters + last);
        }
    }

    private void print(String text) {
        Graphemes.each(text, (grapheme, width) -> {
            cells[row][column] = grapheme;
            if (width == 2) {
                cells[row][column + 1] = "";
            }
            column += width;
            return true;
        });
    }

    private void clear() {
        for (String[] line : cells) {
            Arrays.fill(line, " ");
        }
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (String[] line : cells) {
            text.append(String.join("", line)).append('\n');
        }
        return text.toString();
    }
}
