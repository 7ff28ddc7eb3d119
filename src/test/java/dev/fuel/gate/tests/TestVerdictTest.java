package dev.fuel.gate.tests;

import static dev.fuel.domain.review.Check.Outcome.FAILED;
import static dev.fuel.domain.review.Check.Outcome.PASSED;
import static dev.fuel.domain.review.Check.Outcome.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.review.Check;
import dev.fuel.domain.review.TestFindings;
import dev.fuel.domain.review.TestFindings.Ending;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TestVerdictTest {
    @Test
    void onlyWhatDidNotFailBeforeCountsAndIsNamed() {
        Check check = verdict(reports(1, "a b c", "x"), reports(1, "b", "a c x"));
        assertThat(check.outcome()).isEqualTo(FAILED);
        assertThat(check.detail())
                .isEqualTo("2 tests fail that do not fail at the base: a, c; also failing at the base: b");
    }

    @Test
    void failuresOfBeforeAreNamedAndCountForNothing() {
        Check check = verdict(reports(1, "b", "a"), reports(1, "b", "a"));
        assertThat(check.outcome()).isEqualTo(PASSED);
        assertThat(check.detail()).isEqualTo("1 test passes; no new failure; also failing at the base: b");
    }

    @Test
    void ofManyNewFailuresTheFirstTenAreNamed() {
        String many = IntStream.range(10, 32).mapToObj(i -> "t" + i).collect(Collectors.joining(" "));
        assertThat(verdict(reports(1, many, ""), reports(0, "", many)).detail())
                .startsWith("22 tests fail that do not fail at the base: t10, t11")
                .endsWith("t19 and 12 more");
    }

    @Test
    void aNewTestThatFailsCounts() {
        assertThat(verdict(reports(1, "new", "a"), reports(0, "", "a")).outcome())
                .isEqualTo(FAILED);
    }

    @Test
    void whatIsMendedSkippedOrGoneIsSaid() {
        Check check = verdict(skipping(reports(0, "", "a m"), "s"), reports(1, "m", "a s g"));
        assertThat(check.outcome()).isEqualTo(PASSED);
        assertThat(check.detail())
                .isEqualTo("2 tests pass; passing now, failing at the base: m; skipped now: s; no longer there: g");
    }

    @Test
    void aCommandThatFailsWithoutAFailingTestIsAFailure() {
        Check check = verdict(reports(2, "", "a"), reports(0, "", "a"));
        assertThat(check.outcome()).isEqualTo(FAILED);
        assertThat(check.detail()).isEqualTo("the test command ended with 2, although no test in its reports failed");
        assertThat(verdict(reports(2, "", "a"), reports(1, "", "a")).outcome()).isEqualTo(PASSED);
        assertThat(verdict(reports(2, "", "a"), reports(1, "b", "a")).outcome()).isEqualTo(FAILED);
    }

    @Test
    void noReportsWhereThereWereSomeIsNoExcuse() {
        Check check = verdict(codeOnly(1), reports(1, "b", "a"));
        assertThat(check.outcome()).isEqualTo(FAILED);
        assertThat(check.detail()).contains("it wrote no reports, at the base 1 report of 2 tests");
    }

    @Test
    void withoutReportsExitCodesAreCompared() {
        assertThat(verdict(codeOnly(0), codeOnly(1)).outcome()).isEqualTo(PASSED);
        assertThat(verdict(codeOnly(1), codeOnly(0)).outcome()).isEqualTo(FAILED);
        Check both = verdict(codeOnly(2), codeOnly(1));
        assertThat(both.outcome()).isEqualTo(PASSED);
        assertThat(both.detail())
                .isEqualTo("the test command ended with 2; it also fails at the base (the test command ended with 1)");
    }

    @Test
    void withoutABaselineTheExitCodeCountsAndTheCheckSaysSo() {
        TestFindings none = TestFindings.unavailable("workspace.setup ended with 1");
        assertThat(verdict(codeOnly(0), none).outcome()).isEqualTo(PASSED);
        Check check = verdict(reports(1, "a", "b"), none);
        assertThat(check.outcome()).isEqualTo(FAILED);
        assertThat(check.detail())
                .contains("there is no baseline, so only its exit code counts: workspace.setup ended with 1")
                .contains("failing: a");
    }

    @Test
    void aCommandThatDoesNotEndIsAFailureUnlessItNeverDid() {
        Check check = verdict(timedOut(), codeOnly(0));
        assertThat(check.outcome()).isEqualTo(FAILED);
        assertThat(check.detail()).contains("review.tests.timeout");
        assertThat(verdict(timedOut(), codeOnly(1)).outcome()).isEqualTo(FAILED);
        TestVerdict both = TestVerdict.of(timedOut(), timedOut());
        assertThat(both.isVoid()).isTrue();
        assertThat(both.check().outcome()).isEqualTo(SKIPPED);
    }

    @Test
    void aCommandThatIsNotThereIsAPersonsMatterUnlessTheTaskRemovedIt() {
        assertThat(TestVerdict.of(codeOnly(127), codeOnly(127)).isVoid()).isTrue();
        assertThat(TestVerdict.of(TestFindings.unavailable("no space"), codeOnly(0))
                        .isVoid())
                .isTrue();
        assertThat(verdict(codeOnly(127), codeOnly(0)).outcome()).isEqualTo(FAILED);
        assertThat(verdict(codeOnly(1), codeOnly(127)).outcome()).isEqualTo(FAILED);
    }

    @Test
    void aReportThatBreaksOffHidesNothing() {
        TestFindings head = new TestFindings(
                Ending.ENDED, 1, 1, names("b"), names("a"), names(""), List.of("TEST-x.xml (cut)"), List.of());
        Check check = verdict(head, reports(1, "b", "a c"));
        assertThat(check.outcome()).isEqualTo(FAILED);
        assertThat(check.detail()).contains("TEST-x.xml (cut)").contains("no longer there: c");
    }

    @Property
    void aTaskIsBlamedByNameExactlyForWhatItBroke(
            @ForAll @Size(max = 8) List<@StringLength(1) @CharRange(from = 'a', to = 'h') String> before,
            @ForAll @Size(max = 8) List<@StringLength(1) @CharRange(from = 'a', to = 'h') String> after,
            @ForAll @IntRange(max = 2) int exitCode) {
        TestFindings head = reports(exitCode, String.join(" ", after), "z");
        TestFindings base = reports(before.isEmpty() ? 0 : 1, String.join(" ", before), "z");
        Check check = verdict(head, base);
        boolean broke = !before.containsAll(after);
        boolean unexplained = exitCode != 0 && after.isEmpty();
        assertThat(check.outcome()).isEqualTo(broke || unexplained ? FAILED : PASSED);
    }

    private static Check verdict(TestFindings head, TestFindings base) {
        TestVerdict verdict = TestVerdict.of(head, base);
        assertThat(verdict.isVoid()).isFalse();
        return verdict.check();
    }

    private static TestFindings reports(int exitCode, String failed, String passed) {
        return new TestFindings(
                Ending.ENDED, exitCode, 1, names(failed), names(passed), names(""), List.of(), List.of());
    }

    private static TestFindings skipping(TestFindings findings, String skipped) {
        return new TestFindings(
                findings.ending(),
                findings.exitCode(),
                findings.reports(),
                findings.failed(),
                findings.passed(),
                names(skipped),
                List.of(),
                List.of());
    }

    private static TestFindings codeOnly(int exitCode) {
        return new TestFindings(Ending.ENDED, exitCode, 0, names(""), names(""), names(""), List.of(), List.of());
    }

    private static TestFindings timedOut() {
        return new TestFindings(Ending.TIMED_OUT, null, 0, names(""), names(""), names(""), List.of(), List.of());
    }

    private static SortedSet<String> names(String words) {
        return words.isEmpty() ? Collections.emptySortedSet() : new TreeSet<>(List.of(words.split(" ", -1)));
    }
}
