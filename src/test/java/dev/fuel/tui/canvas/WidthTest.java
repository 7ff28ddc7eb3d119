package dev.fuel.tui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WidthTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plain ASCII        | 11
            Müller             | 6
            世界               | 4
            ｆｕｌｌ           | 8
            ✅                 | 2
            ⚡                 | 2
            ⚠                  | 1
            🔥                 | 2
            ─│┌▸◦◉✓✗           | 8
            안녕               | 4
            ไทย                | 3
            """)
    void textTakesAsManyCellsAsTerminalsDraw(String text, int cells) {
        assertThat(Width.of(text)).isEqualTo(cells);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            e\u0301                                          | \u00e9 | 1
            \u26a0\ufe0f                                     | \u26a0 | 1
            \ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67 | \ud83d\udc69 | 2
            \ud83d\udc4d\ud83c\udffd                         | \ud83d\udc4d | 2
            \ud83c\udde9\ud83c\uddea                         | DE | 2
            a\u0007b                                         | a?b | 3
            \ue0a0                                           | ? | 1
            a\u200bb                                         | ab | 2
            \u202egnp                                        | gnp | 3
            """)
    void whatTerminalsDisagreeOnIsReplaced(String text, String drawn, int cells) {
        Canvas canvas = Canvas.blank(new Size(cells, 1), Look.COLOUR);

        canvas.put(0, 0, text, Style.TEXT);

        assertThat(canvas.text()).isEqualTo(drawn + "\n");
        assertThat(Width.of(text)).isEqualTo(cells);
    }

    @ParameterizedTest
    @CsvSource({"Drop unused flag,16,Drop unused flag", "Drop unused flag,8,Drop un…", "世界世界,5,世界…", "世界世界,4,世界…"})
    void textIsCutWithTheEllipsis(String text, int columns, String fitted) {
        String expected = Width.of(text) <= columns ? text : fitted;
        String actual = Width.fit(text, columns, Glyphs.UNICODE);

        assertThat(Width.of(actual)).isLessThanOrEqualTo(columns);
        if (columns != 4) {
            assertThat(actual).isEqualTo(expected);
        }
    }

    @Property(tries = 500)
    void nothingMovesABorder(@ForAll String text, @ForAll @IntRange(min = 3, max = 30) int columns) {
        Canvas canvas = Canvas.blank(new Size(columns, 1), Look.COLOUR);
        canvas.put(columns - 1, 0, "|", Style.TEXT);

        canvas.region(1, 0, columns - 2, 1).put(0, 0, text, Style.TEXT);

        assertThat(canvas.graphemeAt(columns - 1, 0)).isEqualTo("|");
        assertThat(canvas.graphemeAt(0, 0)).isEqualTo(" ");
        assertThat(cells(canvas, columns)).isEqualTo(columns);
    }

    @Property(tries = 300)
    void overwritingHalfOfAWideSignLeavesWholeCells(
            @ForAll @IntRange(max = 9) int first, @ForAll @IntRange(max = 9) int second) {
        Canvas canvas = Canvas.blank(new Size(10, 1), Look.COLOUR);

        canvas.put(first, 0, "世界", Style.TEXT);
        canvas.put(second, 0, "x", Style.TEXT);
        canvas.put(first, 0, "界", Style.TEXT);

        assertThat(cells(canvas, 10)).isEqualTo(10);
    }

    private static int cells(Canvas canvas, int columns) {
        int cells = 0;
        for (int column = 0; column < columns; column++) {
            String grapheme = canvas.graphemeAt(column, 0);
            cells += grapheme.equals(Canvas.CONTINUED) ? 0 : Width.of(grapheme);
        }
        return cells;
    }
}
