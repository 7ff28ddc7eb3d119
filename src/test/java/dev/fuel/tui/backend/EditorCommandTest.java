package dev.fuel.tui.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.tui.state.Loan;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditorCommandTest {
    private static final Loan.Edit AT_LINE = new Loan.Edit(Path.of("/w/Fees.java"), 12, Path.of("/w"));

    @ParameterizedTest
    @CsvSource({
        "nvim,                nvim +12 /w/Fees.java",
        "/usr/bin/code --wait, /usr/bin/code --wait -g /w/Fees.java:12",
        "hx,                  hx /w/Fees.java:12",
        "ed,                  ed /w/Fees.java"
    })
    void theLineIsSaidAsTheEditorTakesIt(String editor, String command) {
        assertThat(String.join(" ", EditorCommand.words(Map.of("EDITOR", editor), AT_LINE)))
                .isEqualTo(command);
    }

    @Test
    void visualGoesBeforeEditorAndViIsAlwaysThere() {
        var folder = new Loan.Edit(Path.of("/w"), 0, Path.of("/w"));
        assertThat(EditorCommand.words(Map.of("VISUAL", "emacs", "EDITOR", "ed"), folder))
                .containsExactly("emacs", "/w");
        assertThat(EditorCommand.words(Map.of("EDITOR", " "), folder)).containsExactly("vi", "/w");
    }
}
