package dev.fuel.agents;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTextTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            plain text,                      plain text
            a\u001b[31mred\u001b[0mb,        aredb
            a\u001bcb,                       ab
            a\u001b]52;c;ZXZpbA==\u0007b,    ab
            a\u001b]0;title\u001b\\b,        ab
            a\u001bP1;2|data\u001b\\b,       ab
            a\u001b[201~b,                   ab
            a\u001b[?1049hb,                 ab
            a\u001b(0b,                      ab
            a\u009b2Jb,                      ab
            a\u009d0;title\u009cb,           ab
            a\u0000b\u0007c\u007fd,          abcd
            a\u202eb\u2066c,                 abc
            a\u001b,                         a
            a\u001b[,                        a
            a\u001b]open to the end,         aopen to the end
            grüße 漢字 👍,                    grüße 漢字 👍
            """)
    void whatATerminalWouldObeyIsTakenOut(String text, String clean) {
        assertThat(CleanText.of(text)).isEqualTo(clean);
    }

    @Test
    void lineEndsAndTabsStay() {
        assertThat(CleanText.of("a\r\nb\tc\n10%\r20%")).isEqualTo("a\nb\tc\n10%\n20%");
    }

    @Test
    void invalidBytesBecomeReplacementCharacters() {
        byte[] bytes = {'a', (byte) 0xff, (byte) 0xc3, '(', 'b'};
        assertThat(CleanText.of(bytes, 0, bytes.length)).isEqualTo("a\ufffd\ufffd(b");
    }

    @Test
    void oneLineIsCutBetweenCharacters() {
        assertThat(CleanText.oneLine("a\nb\tc", 10)).isEqualTo("a b c");
        assertThat(CleanText.oneLine("12345678", 5)).isEqualTo("1234…");
        assertThat(CleanText.oneLine("123👍👍", 5)).isEqualTo("123…");
    }

    @Property(tries = 2000)
    void nothingDangerousIsEverLeft(@ForAll("hostile") String text) {
        String clean = CleanText.of(text);
        assertThat(clean.chars().allMatch(letter -> letter == '\n' || letter == '\t' || letter >= ' '))
                .isTrue();
        assertThat(clean.chars().noneMatch(letter -> letter >= 0x7f && letter <= 0x9f))
                .isTrue();
        assertThat(CleanText.of(clean)).isSameAs(clean);
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.strings()
                .withChars("\u001b\u009b\u009d\u009c[]P\\;0m\u0007\r\n\t\u0000\u202eab~?")
                .ofMaxLength(40);
    }
}
