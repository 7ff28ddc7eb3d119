package dev.fuel.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddedLinesTest {
    @TempDir
    Path folder;

    @Test
    void linesThatAreNewOrChangedAreAddedAndNoOthers() throws IOException {
        TestRepository repository = TestRepository.at(folder);
        String base = repository.commit("a.txt", "one\ntwo\nthree\nfour\n");
        repository.commit("a.txt", "one\nTWO\nthree\nfour\nfive\nsix\n");
        repository.commit("ü b.txt", "new\n");
        assertThat(since(repository, base))
                .containsOnly(Map.entry("a.txt", lines(2, 5, 6)), Map.entry("ü b.txt", lines(1)));
    }

    @Test
    void whatOnlyMovedOrWentAwayIsNotAdded() throws IOException {
        TestRepository repository = TestRepository.at(folder);
        repository.commit("gone.txt", "a\nb\n");
        String base = repository.commit("old.txt", "one\ntwo\nthree\nfour\n");
        repository.git("mv", "old.txt", "moved.txt");
        repository.git("rm", "--quiet", "gone.txt");
        repository.commit("README", "");
        assertThat(since(repository, base)).isEmpty();
    }

    @Test
    void textThatLooksLikeAHeadIsText() throws IOException {
        TestRepository repository = TestRepository.at(folder);
        String base = repository.commit("a.txt", "-- a/x\n@@ -1 +1 @@\n");
        repository.commit("a.txt", "++ b/other.txt\n@@ -1 +7,9 @@\ndiff --git a/x b/x\nno end");
        assertThat(since(repository, base)).containsOnly(Map.entry("a.txt", lines(1, 2, 3, 4)));
    }

    @Test
    void onlyFilesThatAreThereAreTracked() throws IOException {
        TestRepository repository = TestRepository.at(folder);
        repository.commit("a.java", "");
        repository.commit("b.java", "");
        repository.write("untracked.java", "");
        Files.delete(repository.root.resolve("b.java"));
        assertThat(TrackedFiles.of(repository.discover(), repository.root, name -> name.endsWith(".java")))
                .containsExactly("a.java");
    }

    private static Map<String, BitSet> since(TestRepository repository, String base) {
        return AddedLines.since(repository.discover(), repository.root, base);
    }

    private static BitSet lines(int... numbers) {
        BitSet lines = new BitSet();
        for (int number : numbers) {
            lines.set(number);
        }
        return lines;
    }
}
