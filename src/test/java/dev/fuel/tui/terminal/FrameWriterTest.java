package dev.fuel.tui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Look;
import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.canvas.Style;
import dev.fuel.tui.theme.Background;
import dev.fuel.tui.theme.ColourDepth;
import dev.fuel.tui.theme.Theme;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrameWriterTest {
    private static final Size SIZE = new Size(24, 6);
    private static final Theme THEME = Theme.of(ColourDepth.TRUE_COLOUR, Background.DARK);

    private final Writes writes = new Writes();
    private FrameWriter writer;

    /// Every write as it arrives.
    private static final class Writes extends OutputStream {
        private final List<byte[]> all = new ArrayList<>();

        @Override
        public void write(int value) {
            all.add(new byte[] {(byte) value});
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            all.add(Arrays.copyOfRange(bytes, offset, offset + length));
        }

        private String last() {
            return new String(all.getLast(), StandardCharsets.UTF_8);
        }
    }

    @BeforeEach
    void open() throws IOException {
        writer = new FrameWriter(writes, SIZE, THEME);
    }

    @Test
    void aFrameIsOneWriteInsideTheMarksOfSynchronizedOutput() throws IOException {
        writer.show(saying("hello"), null);

        assertThat(writes.all).hasSize(1);
        assertThat(writes.last()).startsWith("\u001b[?2026h").endsWith("\u001b[?2026l");
    }

    @Test
    void theSameFrameAgainIsNoByte() throws IOException {
        writer.show(saying("hello"), null);
        writer.show(saying("hello"), null);

        assertThat(writes.all).hasSize(1);
    }

    @Test
    void onlyWhatChangedIsSentAndNothingIsCleared() throws IOException {
        writer.show(saying("hello world"), null);
        writer.show(saying("hello earth"), null);

        assertThat(writes.last())
                .contains("earth".substring(0, 2))
                .doesNotContain("hello")
                .doesNotContain("[2J");
        assertThat(writes.all.getLast()).hasSizeLessThan(80);
    }

    @Test
    void afterForgettingAllOfItIsSent() throws IOException {
        writer.show(saying("hello"), null);
        writer.forget();
        writer.show(saying("hello"), null);

        assertThat(writes.all).hasSize(2);
        assertThat(writes.last()).contains("[2J").contains("hello");
    }

    @Test
    void theTerminalShowsTheCanvasWhateverWasThereBefore() throws IOException {
        Random random = new Random(7);
        String[] pieces = {"世界", "✅", "🔥", "e\u0301", "⚠\ufe0f", "plain", "─│", " ", "👩\u200d👩\u200d👧", "안"};
        TinyTerminal terminal = new TinyTerminal(SIZE.columns(), SIZE.rows());
        Canvas canvas = Canvas.blank(SIZE, Look.COLOUR);
        for (int frame = 0; frame < 400; frame++) {
            Canvas next = random.nextInt(5) == 0 ? Canvas.blank(SIZE, Look.COLOUR) : copy(canvas);
            for (int piece = 0; piece < 3; piece++) {
                Role role = random.nextBoolean() ? Role.OK : Role.BAD;
                next.put(random.nextInt(24), random.nextInt(6), pieces[random.nextInt(pieces.length)], Style.of(role));
            }
            canvas = next;
            int before = writes.all.size();
            writer.show(canvas, null);
            writes.all.subList(before, writes.all.size()).forEach(terminal::take);

            assertThat(terminal.text()).as("frame %d", frame).isEqualTo(canvas.text());
        }
    }

    @Test
    void aLargerFrameIsDrawnCompletely() throws IOException {
        writer.show(saying("hello"), null);
        Canvas larger = Canvas.blank(new Size(40, 10), Look.COLOUR);
        larger.put(30, 9, "corner", Style.TEXT);
        TinyTerminal terminal = new TinyTerminal(40, 10);

        writer.show(larger, null);
        terminal.take(writes.all.getLast());

        assertThat(terminal.text()).isEqualTo(larger.text());
    }

    @Test
    void nothingIsSentAfterTheLastBytes() throws IOException {
        writer.show(saying("hello"), null);
        writer.output().finish("bye".getBytes(StandardCharsets.UTF_8));
        writer.output().finish("bye".getBytes(StandardCharsets.UTF_8));
        writer.show(saying("too late"), null);

        assertThat(writes.all).hasSize(2);
        assertThat(writes.last()).isEqualTo("bye");
    }

    private static Canvas saying(String text) {
        Canvas canvas = Canvas.blank(SIZE, Look.COLOUR);
        canvas.put(2, 1, text, Style.of(Role.OK));
        return canvas;
    }

    private static Canvas copy(Canvas canvas) {
        Canvas copy = Canvas.blank(SIZE, Look.COLOUR);
        for (int row = 0; row < SIZE.rows(); row++) {
            for (int column = 0; column < SIZE.columns(); column++) {
                String grapheme = canvas.graphemeAt(column, row);
                if (!grapheme.equals(Canvas.CONTINUED)) {
                    copy.put(column, row, grapheme, canvas.styleAt(column, row));
                }
            }
        }
        return copy;
    }
}
