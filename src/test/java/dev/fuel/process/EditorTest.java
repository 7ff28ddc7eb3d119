package dev.fuel.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditorTest {
    private static final Editor AT_LINE = new Editor(Path.of("/w/Fees.java"), 12, Path.of("/w"));

    @ParameterizedTest
    @CsvSource({
        "nvim,                nvim +12 /w/Fees.java",
        "/usr/bin/code --wait, /usr/bin/code --wait -g /w/Fees.java:12",
        "hx,                  hx /w/Fees.java:12",
        "ed,                  ed /w/Fees.java"
    })
    void theLineIsSaidAsTheEditorTakesIt(String editor, String command) {
        assertThat(String.join(" ", AT_LINE.words(Map.of("EDITOR", editor)))).isEqualTo(command);
    }

    @Test
    void visualGoesBeforeEditorAndViIsAlwaysThere() {
        var folder = Editor.on(Path.of("/w"), Path.of("/w"));
        assertThat(folder.words(Map.of("VISUAL", "emacs", "EDITOR", "ed"))).containsExactly("emacs", "/w");
        assertThat(folder.words(Map.of("EDITOR", " "))).containsExactly("vi", "/w");
    }
}
