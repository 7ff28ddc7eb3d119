package dev.fuel.tui.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.tui.difference.PatchFile.Change;
import dev.fuel.tui.difference.PatchLine.Kind;
import dev.fuel.tui.state.ForeignText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class PatchReaderTest {
    private static final String TWO_HUNKS = """
            diff --git a/Fees.java b/Fees.java
            index 1..2 100644
            --- a/Fees.java
            +++ b/Fees.java
            @@ -1,3 +1,3 @@ class Fees {
             one
            -two
            +TWO
             three
            @@ -10 +10,2 @@
            --- not a header
            +++ nor this
            +\ttab \u001b[31mred
            """;

    @Test
    void linesCarryTheirNumbersInBothFiles() {
        PatchFile file = read(TWO_HUNKS).files().getFirst();

        assertThat(file.path()).isEqualTo("Fees.java");
        assertThat(file.added()).isEqualTo(3);
        assertThat(file.removed()).isEqualTo(2);
        assertThat(file.hunks().getFirst().lines())
                .extracting(PatchLine::kind, PatchLine::before, PatchLine::after, PatchLine::text)
                .containsExactly(
                        tuple(Kind.CONTEXT, 1, 1, "one"),
                        tuple(Kind.REMOVED, 2, 0, "two"),
                        tuple(Kind.ADDED, 0, 2, "TWO"),
                        tuple(Kind.CONTEXT, 3, 3, "three"));
    }

    @Test
    void whatLooksLikeAHeaderInsideAHunkIsALine() {
        List<PatchLine> lines =
                read(TWO_HUNKS).files().getFirst().hunks().getLast().lines();

        assertThat(lines).extracting(PatchLine::text).containsExactly("-- not a header", "++ nor this", "    tab red");
    }

    @Test
    void renamesModesAndBinariesAreToldInWords() {
        Patch patch = read("""
                diff --git a/old name.md b/new name.md
                similarity index 100%
                rename from old name.md
                rename to new name.md
                diff --git a/logo.png b/logo.png
                index 1..2 100644
                Binary files a/logo.png and b/logo.png differ
                diff --git a/run.sh b/run.sh
                old mode 100644
                new mode 100755
                diff --git a/gone b/gone
                deleted file mode 100644
                index 1..0
                --- a/gone
                +++ /dev/null
                @@ -1 +0,0 @@
                -bye
                \\ No newline at end of file
                diff --git "a/\\303\\251t\\303\\251.txt" "b/\\303\\251t\\303\\251.txt"
                new file mode 100755
                index 0..1
                """);

        assertThat(patch.files())
                .extracting(PatchFile::path, PatchFile::change, PatchFile::facts)
                .containsExactly(
                        tuple("new name.md", Change.RENAMED, List.of("renamed from old name.md")),
                        tuple("logo.png", Change.MODIFIED, List.of("binary: there are no lines to show")),
                        tuple("run.sh", Change.MODIFIED, List.of("mode 100644 becomes 100755")),
                        tuple("gone", Change.DELETED, List.of()),
                        tuple("été.txt", Change.ADDED, List.of("can be executed")));
        assertThat(patch.files().get(3).hunks().getFirst().lines().getFirst().unended())
                .isTrue();
    }

    @Test
    void aChangedLineEndCanBeSeen() {
        Patch patch = read("diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n-one\n+one\r\n two\r\n");

        assertThat(patch.files().getFirst().hunks().getFirst().lines())
                .extracting(PatchLine::text)
                .containsExactly("one", "one^M", "two");
    }

    @Test
    void aFileWithTooManyLinesIsCutAndStillCounted() {
        int lines = PatchReader.MOST_LINES + 500;
        String body =
                IntStream.range(0, lines).mapToObj(line -> "+" + line + "\n").collect(Collectors.joining());
        Patch patch = read("diff --git a/f b/f\n--- /dev/null\n+++ b/f\n@@ -0,0 +1,%d @@\n%s".formatted(lines, body));

        PatchFile file = patch.files().getFirst();
        assertThat(file.added()).isEqualTo(lines);
        assertThat(file.omitted()).isEqualTo(500);
        assertThat(file.hunks().getFirst().lines()).hasSize(PatchReader.MOST_LINES);
    }

    @Property(tries = 300)
    void aTextThatIsCutAnywhereIsReadUpToThere(@ForAll @IntRange(max = 400) int length) {
        String text = TWO_HUNKS.substring(0, Math.min(length, TWO_HUNKS.length()));

        assertThat(read(text).files().size()).isEqualTo(text.contains("diff --git ") ? 1 : 0);
    }

    private static Patch read(String text) {
        return PatchReader.read(text, 0, ForeignText::line);
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }
}
