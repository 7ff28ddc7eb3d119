package dev.fuel.tui.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.tui.canvas.Graphemes;
import dev.fuel.tui.canvas.Width;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            > \u001b[31mred\u001b[0m                       | > red
            > \u001b]0;title\u0007text                     | > text
            > \u001b]8;;http://x\u001b\\link               | > link
            > \u001bcreset                                 | > reset
            10%\r50%\r100%                               | 100%
            a\tb                                         | 'a   b'
            a\u0000b                                     | a^@b
            a\u0008b                                     | a^Hb
            x\u009b31mC1                                 | xC1
            > \u001b[200~pasted\u001b[201~                 | > pasted
            a\u007fb                                     | a^?b
            """)
    void whatCouldHarmATerminalIsGone(String text, String clean) {
        assertThat(ForeignText.line(text)).isEqualTo(clean);
    }

    @Test
    void aLineOfTenMillionSignsIsCut() {
        assertThat(ForeignText.line("x".repeat(10_000_000))).hasSizeLessThanOrEqualTo(ForeignText.LONGEST_LINE);
    }

    @Property(tries = 500)
    void nothingIsLeftThatControlsATerminal(@ForAll String text) {
        assertThat(ForeignText.line(text).chars().noneMatch(Character::isISOControl))
                .isTrue();
    }

    @Property(tries = 500)
    void wrappedRowsFitAndLoseNothingButSpaces(
            @ForAll @CharRange(from = ' ', to = '~') @CharRange(from = '\u4e00', to = '\u4fff') String text,
            @ForAll @IntRange(min = 2, max = 40) int width) {
        String clean = ForeignText.line(text);
        List<String> wrapped = new ArrayList<>();
        for (String row : Wrap.rows(clean, width)) {
            assertThat(Width.of(row)).isLessThanOrEqualTo(width);
            wrapped.addAll(signs(row));
        }

        assertThat(wrapped).isEqualTo(signs(clean));
    }

    private static List<String> signs(String text) {
        List<String> signs = new ArrayList<>();
        Graphemes.each(text, (grapheme, width) -> {
            if (!grapheme.isBlank()) {
                signs.add(grapheme);
            }
            return true;
        });
        return signs;
    }
}
