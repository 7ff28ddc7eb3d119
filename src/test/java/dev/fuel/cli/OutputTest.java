package dev.fuel.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {
    @TempDir
    Path folder;

    @Test
    void nothingInATextReachesTheTerminalAsAControl() {
        String hostile = "a\u001b]52;c;x\u0007b\u009b31m\r\n\u202ec\ud800d\u0000";
        assertThat(printed(new Prompt(folder).onTerminal(), "never", output -> {
                    output.line(hostile);
                    output.line(Span.of(hostile));
                    output.block(hostile);
                }))
                .doesNotContain("\u001b", "\u0007", "\u009b", "\u202e", "\u0000", "\r")
                .contains("b\ufffd31m");
    }

    @Test
    void aTableFitsTheTerminalAndIsWholeElsewhere() {
        Table table = new Table("ID", "TITLE");
        table.row(Span.of("f-1"), Span.of("short")).row(Span.of("f-22"), Span.of("長い題名 ".repeat(20)));

        String narrow = printed(new Prompt(folder).onTerminal().with("COLUMNS", "40"), "never", o -> o.table(table));
        assertThat(narrow.lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(Printable.width(line)).isLessThanOrEqualTo(40));
        assertThat(narrow).contains("f-1   short").contains("…");
        assertThat(printed(new Prompt(folder), "never", output -> output.table(table)))
                .doesNotContain("…")
                .contains("長い題名 ".repeat(20).strip());
    }

    @Test
    void jsonHasItsVersionAndKeepsWhatTextWouldHide() {
        String json = printed(
                new Prompt(folder),
                "never",
                output -> output.json(object -> object.text("a", "\u001b")
                        .text("none", null)
                        .number("n", 2.5)
                        .number("whole", 7L)
                        .flag("yes", true)
                        .texts("list", List.of("x", "y"))
                        .objects("rows", List.of(1, 2), (row, value) -> row.number("value", value))));
        assertThat(json).isEqualTo("""
                        {"schema_version":1,"a":"\\u001B","none":null,"n":2.5,"whole":7,"yes":true,"list":["x","y"],\
                        "rows":[{"value":1},{"value":2}]}
                        """);
    }

    @Test
    void whatFailsHalfwayPrintsNoHalfObject() {
        String printed = printed(new Prompt(folder), "never", output -> {
            try {
                output.json(object -> {
                    object.text("a", "b");
                    throw new IllegalStateException("halfway");
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("halfway");
            }
        });
        assertThat(printed).isEmpty();
    }

    private static String printed(Prompt prompt, String color, Consumer<Output> work) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, false, UTF_8);
        work.accept(new Output(prompt.surroundings(out, out), color, false));
        out.flush();
        return bytes.toString(UTF_8);
    }
}
