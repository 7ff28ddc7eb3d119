package dev.fuel.tui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.tui.theme.Background;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BackgroundQuestionTest {
    @Test
    void theColourTellsLightFromDark() {
        assertThat(parse("\u001b]11;rgb:ffff/ffff/dddd\u001b\\\u001b[?62;22c").background())
                .isEqualTo(Background.LIGHT);
        assertThat(parse("\u001b]11;rgb:1e/1e/2e\u0007\u001b[?62c").background())
                .isEqualTo(Background.DARK);
    }

    @Test
    void aTerminalThatOnlyTellsItsKindHasNoKnownBackground() {
        assertThat(parse("\u001b[?1;2c").background()).isNull();
    }

    @Test
    void keysTypedMeanwhileAreKept() {
        BackgroundQuestion.Answer answer = parse("j\u001b]11;rgb:0000/0000/0000\u001b\\k\u001b[?1;2c\u001b[A");

        assertThat(answer.rest()).isEqualTo("jk\u001b[A");
    }

    private static BackgroundQuestion.Answer parse(String read) {
        return BackgroundQuestion.parse(read.getBytes(StandardCharsets.ISO_8859_1));
    }
}
