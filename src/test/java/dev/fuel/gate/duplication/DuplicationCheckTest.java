package dev.fuel.gate.duplication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.review.Check;
import dev.fuel.git.Discovery;
import dev.fuel.git.Repository;
import dev.fuel.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With a real repository, and a `pmd` that prints a report recorded from PMD 7.17 for the two files of the example.
class DuplicationCheckTest {
    private static final Path REPORT =
            Path.of("src/test/resources/cpd-report.xml").toAbsolutePath();
    private static final Map<String, String> ALONE = Map.of("GIT_CONFIG_GLOBAL", "/dev/null");
    private static final String CODE = "// a line\n".repeat(23);

    @TempDir
    Path folder;

    private Path root;
    private Path programs;

    @BeforeEach
    void makeRepository() throws IOException {
        root = Files.createDirectory(folder.toRealPath().resolve("project"));
        programs = Files.createDirectory(folder.resolve("bin"));
        git("init", "--quiet", "--template=");
        commit("src/Fees.java", CODE);
    }

    @Test
    void codeThatIsAddedAndStandsElsewhereIsWorthAFollowUp() throws IOException {
        program("sed \"s#WORKSPACE#$PWD#\" " + REPORT);
        String base = commit("README.md", "fees");
        commit("src/Charges.java", CODE);
        DuplicationCheck.Result result = look(base);
        assertThat(result.check().outcome()).isEqualTo(Check.Outcome.PASSED);
        assertThat(result.check().detail()).isEqualTo("for a follow-up: src/Charges.java:6–23 as src/Fees.java:6–23");
        assertThat(result.copies()).singleElement().satisfies(copy -> {
            assertThat(copy.file()).isEqualTo("src/Charges.java");
            assertThat(copy.line()).isEqualTo(6);
            assertThat(copy.description()).isEqualTo("lines 6–23 repeat src/Fees.java:6–23");
        });
    }

    @Test
    void whatStoodInTwoPlacesBeforeIsNotTheTasks() throws IOException {
        program("sed \"s#WORKSPACE#$PWD#\" " + REPORT);
        commit("src/Charges.java", CODE);
        String base = commit("src/Other.java", "");
        commit("src/Other.java", "class Other {}\n");
        assertThat(look(base).check().detail()).isEqualTo("nothing that was added stands elsewhere");
    }

    @Test
    void theDetectorIsAskedOnlyAboutTheLanguagesOfTheChange() throws IOException {
        program(
                "echo \"$@\" >>../asked; cat \"$(echo \"$*\" | sed 's/.*--file-list \\([^ ]*\\).*/\\1/')\" >>../files; echo '<x/>'");
        String base = commit("tool.py", "pass\n");
        commit("src/Charges.java", CODE);
        commit("notes.txt", "no code");
        look(base);
        assertThat(folder.resolve("asked"))
                .content()
                .contains("--language java")
                .doesNotContain("python");
        assertThat(Files.readAllLines(folder.resolve("files")))
                .containsExactly(root + "/src/Charges.java", root + "/src/Fees.java");
    }

    @Test
    void withoutTheProgramOrWithABrokenOneTheCheckSaysSoAndStopsNobody() throws IOException {
        String base = commit("README.md", "fees");
        commit("src/Charges.java", CODE);
        requireSkipped(base, "pmd is not on PATH");
        program("echo 'Unknown option: --language' >&2; exit 2");
        requireSkipped(base, "it ended with 2: Unknown option: --language");
        program("echo '<pmd-cpd>'");
        requireSkipped(base, "its report cannot be read: line 2");
    }

    @Test
    void aChangeWithoutCodeNeedsNoDetector() throws IOException {
        String base = commit("README.md", "fees");
        commit("README.md", "fees and charges");
        requireSkipped(base, "nothing was added in a language that copies are looked for in");
    }

    @Test
    void ofSeveralPlacesTheOneThatWasThereBeforeIsTheOriginal() {
        BitSet all = new BitSet();
        all.set(1, 40);
        Map<String, BitSet> added = Map.of("new.py", all, "newer.py", all);
        Passage fresh = new Passage("new.py", 1, 10);
        Passage again = new Passage("newer.py", 1, 10);
        Passage old = new Passage("old.py", 5, 14);
        assertThat(Copy.among(List.of(fresh, again, old), added)).contains(new Copy(fresh, old));
        assertThat(Copy.among(List.of(fresh, again), added)).contains(new Copy(fresh, again));
        assertThat(Copy.among(List.of(old, new Passage("older.py", 1, 10)), added))
                .isEmpty();
        assertThat(Copy.among(List.of(new Passage("new.py", 35, 60), old), added))
                .isEmpty();
    }

    private void requireSkipped(String base, String why) {
        DuplicationCheck.Result result = look(base);
        assertThat(result.check().outcome()).isEqualTo(Check.Outcome.SKIPPED);
        assertThat(result.check().detail()).contains(why);
        assertThat(result.copies()).isEmpty();
    }

    private DuplicationCheck.Result look(String base) {
        if (!(Repository.discover(root, ALONE) instanceof Discovery.Found(Repository repository))) {
            throw new AssertionError("no repository");
        }
        return new DuplicationCheck(repository, Map.of("PATH", programs.toString())).look(root, base);
    }

    private void program(String script) throws IOException {
        Path program = programs.resolve("pmd");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private String commit(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        git("add", "--all");
        git("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "--quiet", "--message=Change");
        return git("rev-parse", "HEAD");
    }

    private String git(String... words) {
        List<String> all = new ArrayList<>(List.of("git"));
        all.addAll(List.of(words));
        Command.Result result = new Command(all, root, ALONE, Duration.ofSeconds(20), null).run();
        assertThat(result.exitCode()).as(result.stderr()).isZero();
        return result.stdout().strip();
    }
}
