package dev.fuel.gate.tests;

import dev.fuel.domain.review.Check;
import dev.fuel.domain.review.TestFindings;
import java.util.SortedSet;
import java.util.TreeSet;

/// What the tests say about a task's work: only what fails at its head and did not fail at its base counts against it.
///
/// @param check  the outcome in words
/// @param isVoid whether nothing was tested, neither at the head nor at the base: the task is not to blame, and the
///     work must not pass for it
public record TestVerdict(Check check, boolean isVoid) {
    /// Compares by name where both sides have reports, else by exit code.
    ///
    /// @param base what was found at the commit that the task started from, [TestFindings#unavailable] where
    ///     nothing could be
    public static TestVerdict of(TestFindings head, TestFindings base) {
        Words words = new Words(head, base);
        if ((head.isVoid() && base.isVoid()) || (head.timedOut() && base.timedOut())) {
            return new TestVerdict(Check.skipped(Check.TESTS, words.neitherHere()), true);
        }
        if (head.ending() == TestFindings.Ending.UNAVAILABLE) {
            return new TestVerdict(Check.skipped(Check.TESTS, words.ofHead() + words.suffix()), true);
        }
        boolean byName = head.hasReports() && (base.hasReports() || base.succeeded());
        return new TestVerdict(byName ? byName(head, base, words) : byExitCode(head, base, words), false);
    }

    /// That tests are not asked for.
    public static Check notConfigured() {
        return Check.skipped(Check.TESTS, "no test command is configured (review.tests.command)");
    }

    private static Check byName(TestFindings head, TestFindings base, Words words) {
        SortedSet<String> broken = without(head.failed(), base.failed());
        if (!broken.isEmpty()) {
            return Check.failed(Check.TESTS, words.newFailures(broken));
        }
        if (head.timedOut()) {
            return Check.failed(Check.TESTS, words.ofHead() + words.suffix());
        }
        boolean explained = head.succeeded() || !head.failed().isEmpty();
        boolean unexplainedBefore = !base.succeeded() && base.failed().isEmpty();
        if (!explained && !unexplainedBefore) {
            return Check.failed(
                    Check.TESTS, words.ofHead() + ", although no test in its reports failed" + words.suffix());
        }
        // A new failure may hide in what could not be read.
        if (!head.succeeded()
                && !head.unreadable().isEmpty()
                && base.unreadable().isEmpty()) {
            return Check.failed(Check.TESTS, words.ofHead() + words.suffix());
        }
        return Check.passed(Check.TESTS, words.noNewFailure());
    }

    private static Check byExitCode(TestFindings head, TestFindings base, Words words) {
        if (head.succeeded()) {
            return Check.passed(Check.TESTS, words.ofHead() + words.suffix());
        }
        boolean losesReports = base.hasReports() && !head.hasReports();
        boolean failsAtBase = !base.isVoid() && !base.succeeded();
        return failsAtBase && !losesReports && !head.timedOut() && !head.isVoid()
                ? Check.passed(Check.TESTS, words.alsoAtBase())
                : Check.failed(Check.TESTS, words.againstBase());
    }

    static SortedSet<String> without(SortedSet<String> names, SortedSet<String> others) {
        SortedSet<String> rest = new TreeSet<>(names);
        rest.removeAll(others);
        return rest;
    }
}
