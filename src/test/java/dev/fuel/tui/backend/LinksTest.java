package dev.fuel.tui.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinksTest {
    @Test
    void aLinkEndsWhereTheSentenceGoesOn() {
        assertThat(Links.in(List.of(
                        "see https://tracker.example/issues/12?a=b#c, and (http://host/x).",
                        "again https://tracker.example/issues/12?a=b#c",
                        "[text](https://docs.example/a_b_c) and <https://host/y>")))
                .containsExactly(
                        "https://tracker.example/issues/12?a=b#c", "http://host/x", "https://docs.example/a_b_c");
    }

    @Test
    void whatControlsATerminalIsNoPartOfALink() {
        assertThat(Links.in(List.of("https://host/x\u001b[31m red", "ftp://host/z")))
                .containsExactly("https://host/x");
    }
}
