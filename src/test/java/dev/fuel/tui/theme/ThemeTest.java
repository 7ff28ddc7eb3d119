package dev.fuel.tui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.tui.canvas.Role;
import dev.fuel.tui.canvas.Style;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {
    private static final int[] DARK = {0x000000, 0x1e1e2e, 0x282c34};
    private static final int[] LIGHT = {0xffffff, 0xfdf6e3, 0xeee8d5};

    @ParameterizedTest
    @CsvSource({
        "AUTO,   '',  truecolor, xterm,           TRUE_COLOUR",
        "AUTO,   '',  '',        xterm-256color,  INDEXED",
        "AUTO,   '',  '',        xterm,           SIXTEEN",
        "AUTO,   1,   truecolor, xterm-256color,  MONO",
        "ALWAYS, 1,   truecolor, xterm-256color,  TRUE_COLOUR",
        "NEVER,  '',  truecolor, xterm-256color,  MONO",
    })
    void theWishDecidesThenNoColorThenTheTerminal(
            ColourDepth.Wish wish, String noColor, String colourTerm, String terminal, ColourDepth depth) {
        Map<String, String> environment = Map.of("NO_COLOR", noColor, "COLORTERM", colourTerm, "TERM", terminal);

        assertThat(ColourDepth.of(wish, environment)).isEqualTo(depth);
    }

    @ParameterizedTest
    @CsvSource({"15;0,DARK", "0;15,LIGHT", "'',DARK", "12;8,DARK", "0;7,LIGHT", "0;default;15,LIGHT"})
    void theBackgroundIsTakenFromTheTerminalsWord(String value, Background background) {
        assertThat(Background.of(Map.of("COLORFGBG", value))).isEqualTo(background);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleCanBeRead(Role role) {
        readable(role, Background.DARK, DARK);
        readable(role, Background.LIGHT, LIGHT);
    }

    @Test
    void monoTellsWhatNeedsAPersonApart() {
        Theme mono = Theme.of(ColourDepth.MONO, Background.DARK);

        assertThat(mono.ink(Style.of(Role.NEEDS)).reverse()).isTrue();
        assertThat(mono.ink(Style.of(Role.BAD)).underline()).isTrue();
        for (Role role : Role.values()) {
            assertThat(mono.ink(Style.of(role)).foreground()).isEqualTo(Colour.DEFAULT);
        }
    }

    private static void readable(Role role, Background background, int[] papers) {
        Ink ink = Theme.of(ColourDepth.TRUE_COLOUR, background).ink(Style.of(role));
        if (!(ink.foreground() instanceof Colour.Rgb front)) {
            return;
        }
        if (ink.background() instanceof Colour.Rgb back) {
            assertThat(contrast(value(front), value(back))).isGreaterThanOrEqualTo(4.5);
            return;
        }
        for (int paper : papers) {
            assertThat(contrast(value(front), paper))
                    .as("%s on %06x", role, paper)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    private static int value(Colour.Rgb colour) {
        return colour.red() << 16 | colour.green() << 8 | colour.blue();
    }

    /// The contrast ratio of WCAG 2.
    private static double contrast(int one, int other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(int value) {
        return 0.2126 * linear(value >> 16) + 0.7152 * linear(value >> 8 & 0xff) + 0.0722 * linear(value & 0xff);
    }

    private static double linear(int channel) {
        double share = (channel & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
