package dev.fuel.consume;

import dev.fuel.domain.review.TestFindings;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunOutcome;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.StopReason;
import dev.fuel.domain.run.Usage;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.store.Session;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes down what became of a run of the test command, in the transaction of its caller. What the tests say is no
/// matter of the run: it has done its work when they have been run, however they ended.
final class CheckRecords {
    private CheckRecords() {}

    /// @param command what was run
    static void found(Session session, Run run, @Nullable Integer exitCode, String command, TestFindings findings) {
        boolean timedOut = findings.timedOut();
        RunOutcome outcome = outcome(
                run,
                timedOut ? RunStatus.FAILED : RunStatus.COMPLETED,
                exitCode,
                timedOut ? FailureType.TIMEOUT : null,
                timedOut ? "stopped: review.tests.timeout was over" : null,
                words(findings));
        if (session.runs().settle(run.id(), run.token(), outcome)) {
            String key = run.headCommit() == null
                    ? Objects.requireNonNull(run.review()).value()
                    : run.headCommit();
            session.baselines().save(key, command, findings);
        }
    }

    /// Fuel was left, or a person does not want it to run: then they decide when it may.
    static void stopped(Session session, Run run, @Nullable Integer exitCode) {
        if (session.runs().settle(run.id(), run.token(), outcome(run, RunStatus.KILLED, exitCode, null, null, null))) {
            holdIfStopped(session, run);
        }
    }

    /// It has shown nothing.
    static void cameToNothing(Session session, Run run, FailureType failure, String message) {
        boolean stopped = run.stopping() == StopReason.PERSON || run.stopping() == StopReason.SHUTDOWN;
        RunOutcome outcome = stopped
                ? outcome(run, RunStatus.KILLED, null, null, null, null)
                : outcome(run, RunStatus.FAILED, null, failure, message, null);
        if (session.runs().settle(run.id(), run.token(), outcome)) {
            holdIfStopped(session, run);
        }
    }

    private static void holdIfStopped(Session session, Run run) {
        if (run.task() == null || run.stopping() != StopReason.PERSON) {
            return;
        }
        Task task = session.tasks().get(run.task());
        if (task.status() == TaskStatus.REVIEW) {
            session.tasks()
                    .change(task.id())
                    .hold(Hold.PERSON, "its tests were stopped by a person")
                    .done();
        }
    }

    private static String words(TestFindings findings) {
        if (!findings.hasReports()) {
            return String.join("; ", findings.remarks());
        }
        return "%d passed, %d failed, %d skipped"
                .formatted(
                        findings.passed().size(),
                        findings.failed().size(),
                        findings.skipped().size());
    }

    private static RunOutcome outcome(
            Run run,
            RunStatus status,
            @Nullable Integer exitCode,
            @Nullable FailureType failure,
            @Nullable String message,
            @Nullable String words) {
        return new RunOutcome(
                status,
                exitCode,
                failure,
                message,
                false,
                null,
                null,
                words == null || words.isBlank() ? null : words,
                Usage.UNKNOWN,
                run.headCommit(),
                null,
                null);
    }
}
