package dev.fuel.consume;

import dev.fuel.config.ReviewSettings;
import dev.fuel.domain.review.TestBaseline;
import dev.fuel.domain.review.TestFindings;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.gate.tests.TestVerdict;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is still to be run until it can be said what the tests say of some work: the command at the work's head, then,
/// where it must be known what was broken before, at the commit that it is compared with. What is found at a commit is
/// kept, so that the second is mostly known already.
///
/// @param head   where the work has come to; null outside git
/// @param base   what it is compared with; null in the shared workspace, which keeps no state from before
/// @param runs   of the command for this work, oldest first
/// @param tested what is known of both
/// @param active all runs that have not ended
record TestComparison(
        @Nullable String head,
        @Nullable String base,
        List<Run> runs,
        Tested tested,
        ReviewSettings.Tests tests,
        List<Run> active) {
    /// Runs that came to nothing, at the same commit.
    private static final int MOST_FAILURES = 3;

    TestComparison {
        runs = List.copyOf(runs);
        active = List.copyOf(active);
    }

    /// What comes next.
    sealed interface Answer {
        /// The command has to be run there.
        ///
        /// @param attempt which one that is, at this commit
        record Execute(@Nullable String commit, int attempt) implements Answer {}

        /// Somebody else runs it there.
        record Wait(String reason) implements Answer {}

        /// All is known.
        record Known(TestVerdict verdict) implements Answer {}

        /// The command could not be run.
        record Unable(String why) implements Answer {}
    }

    Answer next() {
        List<Run> atHead = runsAt(head);
        TestBaseline found = tested.head();
        if (found != null && atHead.stream().anyMatch(TestComparison::hasResult)) {
            return atBase(found.findings());
        }
        List<Run> failed = atHead.stream().filter(TestComparison::cameToNothing).toList();
        return failed.size() >= MOST_FAILURES
                ? new Answer.Unable("the tests could not be run %d times, at last: %s"
                        .formatted(failed.size(), failed.getLast().errorMessage()))
                : new Answer.Execute(head, atHead.size() + 1);
    }

    private Answer atBase(TestFindings found) {
        if (base == null) {
            return known(found, TestFindings.unavailable("the shared workspace has no state from before the work"));
        }
        List<Run> atBase = runsAt(base);
        TestBaseline before = tested.base();
        // Whatever kept the command from running may be mended by now: that is asked once for each work.
        if (before != null && (!before.findings().isVoid() || !atBase.isEmpty())) {
            return known(found, before.findings());
        }
        if (tests.reports() == null && found.succeeded()) {
            return known(found, TestFindings.unavailable("none is needed"));
        }
        List<Run> failed = atBase.stream().filter(TestComparison::cameToNothing).toList();
        if (failed.size() >= MOST_FAILURES) {
            return known(
                    found,
                    TestFindings.unavailable(String.valueOf(failed.getLast().errorMessage())));
        }
        return active.stream()
                .filter(run -> run.kind() == RunKind.CHECK && base.equals(run.headCommit()))
                .findFirst()
                .<Answer>map(other -> new Answer.Wait("%s runs the tests at its base".formatted(other.id())))
                .orElseGet(() -> new Answer.Execute(base, atBase.size() + 1));
    }

    private static Answer known(TestFindings head, TestFindings base) {
        return new Answer.Known(TestVerdict.of(head, base));
    }

    private List<Run> runsAt(@Nullable String commit) {
        return runs.stream()
                .filter(run -> Objects.equals(run.headCommit(), commit))
                .toList();
    }

    /// A command that was stopped at its limit has shown that it does not end.
    private static boolean hasResult(Run run) {
        return run.status() == RunStatus.COMPLETED || run.errorType() == FailureType.TIMEOUT;
    }

    private static boolean cameToNothing(Run run) {
        return run.status() == RunStatus.FAILED && run.errorType() != FailureType.TIMEOUT;
    }
}
