package dev.fuel.consume;

import dev.fuel.config.ReviewSettings;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.review.TestBaseline;
import dev.fuel.domain.review.TestFindings;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.task.Task;
import dev.fuel.gate.tests.TestVerdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which tests are to be run before the work goes on through the gate: the command at the work's head, then, where it
/// must be known what was broken before, at the commit that the work started from. What is found at a commit is kept,
/// so that the second is mostly known already.
final class TestPolicy {
    /// Runs that came to nothing, at the same commit in the same review.
    private static final int MOST_FAILURES = 3;

    private TestPolicy() {}

    /// @return empty if the tests have said what they have to say, or none are configured
    static Optional<GateStep> next(GateFacts facts) {
        Review review = Objects.requireNonNull(facts.current());
        ReviewSettings.Tests tests = configured(facts);
        if (tests == null || review.check(Check.TESTS).isPresent()) {
            return Optional.empty();
        }
        if (isAnswer(facts.task())) {
            return Optional.of(new GateStep.ConcludeTests(Check.skipped(Check.TESTS, "nothing was changed"), null));
        }
        return Optional.of(atHead(facts, review, tests));
    }

    static ReviewSettings.@Nullable Tests configured(GateFacts facts) {
        ReviewSettings review = facts.config().review();
        return review == null ? null : review.tests();
    }

    /// The commit that the work is compared with; null in the shared workspace, which keeps no state from before.
    static @Nullable String base(Task task) {
        return task.branch() == null ? null : task.baseCommit();
    }

    private static boolean isAnswer(Task task) {
        return task.branch() != null && (task.commit() == null || task.commit().equals(task.baseCommit()));
    }

    private static GateStep atHead(GateFacts facts, Review review, ReviewSettings.Tests tests) {
        List<Run> runs = runsAt(facts, review.head());
        TestBaseline head = facts.tested().head();
        if (head != null && runs.stream().anyMatch(TestPolicy::hasResult)) {
            return atBase(facts, review, tests, head.findings());
        }
        List<Run> failed = runs.stream().filter(TestPolicy::cameToNothing).toList();
        return failed.size() >= MOST_FAILURES
                ? new GateStep.CallForHelp("the tests could not be run %d times, at last: %s"
                        .formatted(failed.size(), failed.getLast().errorMessage()))
                : execute(facts, review, review.head());
    }

    private static GateStep atBase(GateFacts facts, Review review, ReviewSettings.Tests tests, TestFindings head) {
        @Nullable String base = base(facts.task());
        if (base == null) {
            return conclude(head, TestFindings.unavailable("the shared workspace has no state from before the work"));
        }
        List<Run> runs = runsAt(facts, base);
        TestBaseline known = facts.tested().base();
        // Whatever kept the command from running may be mended by now: that is asked once in each review.
        if (known != null && (!known.findings().isVoid() || !runs.isEmpty())) {
            return conclude(head, known.findings());
        }
        if (tests.reports() == null && head.succeeded()) {
            return conclude(head, TestFindings.unavailable("none is needed"));
        }
        List<Run> failed = runs.stream().filter(TestPolicy::cameToNothing).toList();
        if (failed.size() >= MOST_FAILURES) {
            return conclude(
                    head,
                    TestFindings.unavailable(String.valueOf(failed.getLast().errorMessage())));
        }
        return facts.snapshot().active().stream()
                .filter(run -> run.kind() == RunKind.CHECK && base.equals(run.headCommit()))
                .findFirst()
                .<GateStep>map(other -> new GateStep.Wait("%s runs the tests at its base".formatted(other.id()), null))
                .orElseGet(() -> execute(facts, review, base));
    }

    private static GateStep conclude(TestFindings head, TestFindings base) {
        TestVerdict verdict = TestVerdict.of(head, base);
        return new GateStep.ConcludeTests(
                verdict.check(), verdict.isVoid() ? verdict.check().detail() : null);
    }

    private static GateStep execute(GateFacts facts, Review review, @Nullable String commit) {
        Task task = facts.task();
        return SlotPolicy.obstacle(facts)
                .orElseGet(() -> new GateStep.Execute(new NewRun(
                        RunKind.CHECK,
                        task.id(),
                        task.epic(),
                        null,
                        null,
                        null,
                        null,
                        base(task),
                        runsAt(facts, commit).size() + 1,
                        null,
                        review.id(),
                        commit)));
    }

    private static List<Run> runsAt(GateFacts facts, @Nullable String commit) {
        return facts.runs(RunKind.CHECK).stream()
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
