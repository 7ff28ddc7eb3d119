package dev.fuel.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.domain.Refusal;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextLinesTest {
    @Test
    void linesAreCountedAndBlankOnesPassedOver() {
        assertThat(lines(new ByteArrayInputStream("\none\n  \n\ntwo\nthree".getBytes(UTF_8))))
                .containsExactly("2 one", "5 two", "6 three");
        assertThat(lines(new ByteArrayInputStream(new byte[0]))).isEmpty();
    }

    @Test
    void aLineIsWholeHoweverItComes() {
        String text = "ä".repeat(30_000) + "\nß\n" + "x".repeat(16 * 1024 - 4) + "\nend\n";
        List<String> whole = lines(new ByteArrayInputStream(text.getBytes(UTF_8)));
        assertThat(whole).containsExactly("1 " + "ä".repeat(30_000), "2 ß", "3 " + "x".repeat(16 * 1024 - 4), "4 end");
        assertThat(lines(new Trickle(text.getBytes(UTF_8)))).isEqualTo(whole);
    }

    @Test
    void afterALineThatIsNoTextTheNextOneIsRead() {
        var lines = new TextLines(new ByteArrayInputStream(new byte[] {'a', '\n', (byte) 0xff, '\n', 'b'}));
        assertThat(lines.next()).contains(new TextLines.Line(1, "a"));
        assertThatThrownBy(lines::next).isInstanceOf(Refusal.class).hasMessage("line 2: not a text in UTF-8");
        assertThat(lines.next()).contains(new TextLines.Line(3, "b"));
        assertThat(lines.next()).isEmpty();
    }

    private static List<String> lines(InputStream in) {
        var lines = new TextLines(in);
        List<String> all = new ArrayList<>();
        for (Optional<TextLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            all.add(line.get().number() + " " + line.get().text());
        }
        return all;
    }

    /// Gives one byte at a time, as a pipe may.
    private static final class Trickle extends ByteArrayInputStream {
        Trickle(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(1, length));
        }
    }
}
