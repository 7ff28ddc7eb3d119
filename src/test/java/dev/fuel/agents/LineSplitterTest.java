package dev.fuel.agents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LineSplitterTest {
    @Property(tries = 500)
    void linesDoNotDependOnThePieces(
            @ForAll @StringLength(max = 200) @CharRange(from = '\n', to = '\r') String ends,
            @ForAll @StringLength(max = 50) @CharRange(from = 'a', to = 'f') String words,
            @ForAll @IntRange(min = 1, max = 20) int piece,
            @ForAll @IntRange(min = 1, max = 30) int longest) {
        String text = interleaved(ends, words);
        assertThat(split(text, piece, longest)).isEqualTo(split(text, Integer.MAX_VALUE, longest));
    }

    @Test
    void lineEndsOfBothKindsAreTakenOff() {
        assertThat(split("a\r\nb\n\nc", 2, 100)).containsExactly("a", "b", "", "c");
    }

    @Test
    void lineThatIsTooLongIsCutAndTheNextIsWhole() {
        assertThat(split("abcdefghij\nklm\n", 3, 4)).containsExactly("abcd…", "klm");
        assertThat(split("abcd\nefghi", 100, 4)).containsExactly("abcd", "efgh…");
    }

    @Test
    void lineOfHundredMegabytesNeedsNoMoreMemoryThanItsLimit() {
        int limit = 1 << 20;
        var splitter = new LineSplitter(limit);
        var lengths = new ArrayList<Integer>();
        byte[] piece = "x".repeat(1 << 16).getBytes(UTF_8);
        LineSplitter.Lines lines = (bytes, from, to, cut) -> {
            assertThat(bytes.length).isLessThanOrEqualTo(limit);
            assertThat(cut).isTrue();
            lengths.add(to - from);
        };
        for (int i = 0; i < 1600; i++) {
            splitter.feed(piece, 0, piece.length, lines);
        }
        splitter.feed(new byte[] {'\n'}, 0, 1, lines);
        assertThat(lengths).containsExactly(limit);
    }

    private static String interleaved(String ends, String words) {
        var text = new StringBuilder();
        for (int i = 0; i < Math.max(ends.length(), words.length()); i++) {
            text.append(i < words.length() ? words.charAt(i) : "").append(i < ends.length() ? ends.charAt(i) : "");
        }
        return text.toString();
    }

    private static List<String> split(String text, int piece, int longest) {
        var found = new ArrayList<String>();
        var splitter = new LineSplitter(longest);
        LineSplitter.Lines lines =
                (bytes, from, to, cut) -> found.add(new String(bytes, from, to - from, UTF_8) + (cut ? "…" : ""));
        byte[] bytes = text.getBytes(UTF_8);
        for (int at = 0; at < bytes.length; at += Math.min(piece, bytes.length - at)) {
            splitter.feed(bytes, at, at + Math.min(piece, bytes.length - at), lines);
        }
        splitter.end(lines);
        return found;
    }
}
