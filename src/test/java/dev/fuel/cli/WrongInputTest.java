package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongInputTest {
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    @TempDir
    Path folder;

    private CommandLine fuel;

    @BeforeEach
    void initialise() {
        fuel = new CommandLine(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    add x -t feture      | unknown type "feture" (did you mean feature?): one of feature, bug, fix, refactor, test, docs, chore, research
                    add x -t zzz         | unknown type "zzz": one of feature, bug, fix, refactor, test, docs, chore, research
                    add x -c simpel      | unknown complexity "simpel" (did you mean simple?): one of trivial, simple, moderate, complex
                    add x -p 5           | priority must be 0 (most urgent) to 4 (least), not "5"
                    add x -p high        | priority must be 0 (most urgent) to 4 (least), not "high"
                    add x --agent mime   | unknown agent "mime" (did you mean mine?): one of mine
                    add x --agent other  | unknown agent "other": one of mine
                    add                  | TITLE is missing: fuel add TITLE [options]
                    add x y              | "y" is one too many: fuel add TITLE [options]
                    tasks -s opne        | unknown status "opne" (did you mean open?): one of open, in_progress, review, needs_work, closed, cancelled
                    ready --limit none   | --limit must be a whole number, 1 or more, not "none"
                    update x             | nothing to change: give at least one option (fuel update --help lists them)
                    health:reset mien    | unknown agent "mien" (did you mean mine?): one of mine
                    """)
    void wrongUsageNamesWhatIsAllowed(String words, String message) {
        Prompt.Ending ending = fuel.give(words.strip().split(" +"));
        assertThat(ending.err()).isEqualTo("fuel: " + message + "\n");
        assertThat(ending.exit()).isEqualTo(2);
        assertThat(ending.out()).isEmpty();
    }

    @Test
    void titlesHaveLimits() {
        assertThat(fuel.refusal("add", "  "))
                .isEqualTo("fuel: the title is empty: say in a few words what is to be done");
        assertThat(fuel.refusal("add", "x".repeat(TEN_MEGABYTES)))
                .isEqualTo(
                        "fuel: the title has 10,485,760 characters; at most 500 are allowed (put the rest into --description)");
        assertThat(fuel.refusal("add", "one\ntwo"))
                .isEqualTo("fuel: the title contains a line break or control character");
        assertThat(fuel.refusal("add", "a\u001b[2Jb"))
                .isEqualTo("fuel: the title contains a line break or control character");
    }

    @Test
    void descriptionsHaveALimitToo() {
        Prompt.Ending tooLong = fuel.giveReading("x".repeat(2_000_000), "add", "Long", "-d", "-");
        assertThat(tooLong.err())
                .isEqualTo("fuel: the description has 2,000,000 characters; at most 1,000,000 are allowed\n");
        assertThat(tooLong.exit()).isEqualTo(1);
        Prompt.Ending flood = fuel.giveReading("x".repeat(TEN_MEGABYTES), "add", "Flood", "-d", "-");
        assertThat(flood.err())
                .isEqualTo("fuel: standard input is longer than 4 MiB: put it into a file and name that\n");
    }

    @Test
    void labelsAreWords() {
        assertThat(fuel.refusal("add", "x", "-l", "two words"))
                .isEqualTo("fuel: bad label 'two words': letters, digits and - _ . : / only, at most 64");
    }

    @Test
    void anUnknownIdNamesTheNearest() {
        String task = fuel.out("add", "Only");
        String wrong = task.substring(0, 7) + (task.endsWith("0") ? "1" : "0");
        assertThat(fuel.refusal("show", wrong)).endsWith("(the nearest: %s)".formatted(task));
        assertThat(fuel.refusal("done", wrong))
                .isEqualTo("fuel: no task '%s' (the nearest: %s)".formatted(wrong, task));
        assertThat(fuel.refusal("add", "x", "-b", wrong))
                .isEqualTo("fuel: no task '%s' (the nearest: %s)".formatted(wrong, task));
        assertThat(fuel.refusal("add", "x", "-e", "e-123456"))
                .isEqualTo("fuel: no epic 'e-123456' (there is none yet)");
        assertThat(fuel.refusal("epic:show", task))
                .isEqualTo("fuel: %s is the id of a task, not of epic".formatted(task));
        assertThat(fuel.refusal("run:show", "run-000000")).isEqualTo("fuel: no run 'run-000000' (there is none yet)");
        assertThat(fuel.refusal("show", "b-000000"))
                .isEqualTo("fuel: no backlog item 'b-000000': 'fuel backlog' lists them");
    }

    @Test
    void idsWithTricksInThemAreJustUnknown() {
        fuel.out("add", "Only");
        assertThat(fuel.refusal("show", "../../etc")).startsWith("fuel: no task");
        assertThat(fuel.refusal("show", "f-8a\u0000"))
                .startsWith("fuel: no task")
                .doesNotContain("\u0000");
    }

    @Test
    void anAmbiguousBeginningListsTheCandidates() {
        String first = fuel.out("add", "One");
        // After 17 tasks, two of them share their first digit.
        Map<String, String> byFirstDigit = new HashMap<>(Map.of(first.substring(0, 3), first));
        String other = fuel.out("add", "Another");
        while (byFirstDigit.putIfAbsent(other.substring(0, 3), other) == null) {
            other = fuel.out("add", "Another");
        }
        String beginning = other.substring(0, 3);
        assertThat(fuel.refusal("show", beginning))
                .startsWith("fuel: '%s' is ambiguous, give more digits: f-".formatted(beginning))
                .contains(other, byFirstDigit.get(beginning));
    }

    @Test
    void aCycleIsShown() {
        String a = fuel.out("add", "A");
        String b = fuel.out("add", "B", "-b", a);
        String c = fuel.out("add", "C", "-b", b);
        assertThat(fuel.refusal("dep:add", a, c))
                .isEqualTo("fuel: %1$s cannot wait for %3$s, that would be a cycle: %1$s → %3$s → %2$s → %1$s"
                        .formatted(a, b, c));
        assertThat(fuel.refusal("dep:add", a, a)).isEqualTo("fuel: %s cannot wait for itself".formatted(a));
    }

    @Test
    void withJsonAnErrorIsAnObject() {
        Prompt.Ending ending = fuel.give("show", "e-123456", "--json");
        assertThat(ending.err())
                .startsWith("{\"error\":{\"code\":\"not_found\",\"message\":\"no ")
                .endsWith("}}\n");
        assertThat(ending.exit()).isEqualTo(1);
    }

    @Test
    void withoutGitThereIsNothingToCompare() {
        String task = fuel.out("add", "Only");
        assertThat(fuel.refusal("diff", task))
                .isEqualTo("fuel: %s is not a git repository, so there is nothing to compare".formatted(folder));
    }
}
