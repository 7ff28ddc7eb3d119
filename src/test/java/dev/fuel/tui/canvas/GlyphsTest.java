package dev.fuel.tui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlyphsTest {
    @Test
    void inAsciiOurTypographyIsAsTypedAndForeignLettersStay() {
        Canvas ascii = Canvas.blank(new Size(40, 1), Look.ASCII_MONO);
        Canvas unicode = Canvas.blank(new Size(40, 1), Look.COLOUR);

        ascii.put(0, 0, "cost – “−3” · 世界", Style.TEXT);
        unicode.put(0, 0, "cost – “−3” · 世界", Style.TEXT);

        assertThat(ascii.text()).startsWith("cost - \"-3\" . 世界");
        assertThat(unicode.text()).startsWith("cost – “−3” · 世界");
    }
}
