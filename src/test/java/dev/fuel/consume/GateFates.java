package dev.fuel.consume;

import dev.fuel.agents.Consumption;
import dev.fuel.agents.Outcome;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.Actor;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.review.TestFindings;
import dev.fuel.domain.review.TestFindings.Ending;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.StopReason;
import dev.fuel.domain.run.Usage;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.gate.Examination;
import dev.fuel.gate.GateResult;
import dev.fuel.git.TargetMerge;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What may happen to a task at the gate: the decisions and what is written down are the real ones, what git and the
/// agents come to is chance. A consumer may die before it writes anything down.
record GateFates(Store store, FuelConfig config, Instant now, Random random) {
    /// What `review.tests.command` has to be.
    static final String TESTS = "make test";

    private static final Duration SHORT = Duration.ofMinutes(1);

    /// One step of the task.
    ///
    /// @param mayDie whether consumers die
    /// @return how long it took
    Duration turn(TaskId id, boolean mayDie) {
        GateStep step = store.read(session ->
                GatePolicy.next(GateReader.facts(session, session.tasks().get(id), false, Map::of, config)));
        boolean dies = mayDie && random.nextInt(4) == 0;
        if (step instanceof GateStep.Wait(String _, Instant until)) {
            return until == null
                    ? Duration.ofHours(30)
                    : Duration.between(now, until).plus(SHORT);
        }
        if (step instanceof GateStep.Execute(var run)) {
            Run started = store.write(Actor.CONSUMER, session -> session.runs().insert(run));
            store.change(Actor.CONSUMER, session -> end(session, started, dies));
        } else if (!dies) {
            store.change(
                    Actor.CONSUMER, session -> carryOut(session, session.tasks().get(id), step));
        }
        return SHORT;
    }

    private void carryOut(Session session, Task task, GateStep step) {
        switch (step) {
            case GateStep.Examine() -> GateRecords.examined(session, task, examination());
            case GateStep.ConcludeTests conclusion -> GateRecords.tested(session, task, conclusion);
            case GateStep.SendBack(String issues) -> GateRecords.sentBack(session, task, issues, config);
            case GateStep.CallForHelp(String why) -> GateRecords.inconclusive(session, task, why);
            case GateStep.AskForSignOff() -> GateRecords.askedForSignOff(session, task);
            case GateStep.HandOverMerge(String conflict) -> GateRecords.handedOver(session, task, conflict);
            case GateStep.Land() -> GateRecords.landed(session, task, landing());
            case GateStep.Look _, GateStep.Wait _, GateStep.WaitForPerson _, GateStep.Execute _ ->
                throw new IllegalStateException("nothing to carry out: " + step);
        }
    }

    private Examination examination() {
        return switch (random.nextInt(8)) {
            case 0 -> new Examination(List.of(Check.failed("clean_tree", "left.txt")), List.of());
            case 1 -> new Examination(List.of(Check.passed("clean_tree", "")), List.of(".fuel/config.yaml"));
            default -> new Examination(List.of(Check.passed("clean_tree", "")), List.of());
        };
    }

    private GateResult landing() {
        return switch (random.nextInt(8)) {
            case 0 -> new GateResult.Rebased(commit(), commit());
            case 1 -> new GateResult.Moved(commit());
            case 2, 3, 4 -> new GateResult.Conflict("main", commit(), List.of("a.txt"));
            case 5 -> new GateResult.Blocked(InboxType.MERGE_BLOCKED, "in the way", "");
            default -> new GateResult.Landed(commit());
        };
    }

    private void end(Session session, Run run, boolean dies) {
        var settlement = new GateSettlement(new AgentHealthTracker(store, random));
        int fate = random.nextInt(10);
        if (fate == 0) {
            session.progress().markStopping(run.id(), random.nextBoolean() ? StopReason.PERSON : StopReason.SHUTDOWN);
        }
        session.progress().inWorkspace(run.id(), "worktree", commit());
        Run ended = session.runs().get(run.id());
        if (ended.kind() == RunKind.CHECK) {
            endTests(session, ended, dies ? 1 : fate);
            return;
        }
        Outcome outcome = dies
                ? outcome(FailureType.LOST, "")
                : switch (fate) {
                    case 1 -> outcome(FailureType.CRASH, "");
                    case 2 -> outcome(FailureType.RATE_LIMIT, "");
                    case 3 -> outcome(random.nextBoolean() ? FailureType.AUTH : FailureType.PERMISSION, "");
                    case 4 -> outcome(null, "It is good.");
                    case 5, 6 -> outcome(null, "{\"verdict\":\"fail\",\"summary\":\"no\",\"issues\":[]}");
                    default -> outcome(null, "{\"verdict\":\"pass\",\"summary\":\"yes\",\"issues\":[]}");
                };
        Settling settling = ended.kind() == RunKind.REVIEW
                ? ReviewConduct.settling(settlement, new Evidence(outcome, null), fate == 7, config)
                : MergeConduct.settling(settlement, new Evidence(outcome, null), state(dies), config);
        settling.settle(session, ended);
    }

    private static void endTests(Session session, Run run, int fate) {
        if (run.stopping() != null) {
            CheckRecords.stopped(session, run, null);
            return;
        }
        switch (fate) {
            case 1 -> CheckRecords.cameToNothing(session, run, FailureType.LOST, "");
            case 2 -> CheckRecords.cameToNothing(session, run, FailureType.CRASH, "");
            case 3 -> CheckRecords.found(session, run, null, TESTS, tests(Ending.TIMED_OUT, null));
            case 4 -> CheckRecords.found(session, run, 127, TESTS, tests(Ending.ENDED, 127));
            case 5, 6 -> CheckRecords.found(session, run, 1, TESTS, tests(Ending.ENDED, 1));
            default -> CheckRecords.found(session, run, 0, TESTS, tests(Ending.ENDED, 0));
        }
    }

    private static TestFindings tests(Ending ending, @Nullable Integer exitCode) {
        return new TestFindings(
                ending, exitCode, 0, new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), List.of(), List.of());
    }

    private TargetMerge.@Nullable State state(boolean dies) {
        return dies ? null : new TargetMerge.State(commit(), random.nextBoolean() ? "" : "still in conflict");
    }

    private String commit() {
        return "%040x".formatted(random.nextLong(Long.MAX_VALUE));
    }

    private Outcome outcome(@Nullable FailureType failure, String words) {
        return new Outcome(
                failure == null ? RunStatus.COMPLETED : RunStatus.FAILED,
                failure == FailureType.LOST ? null : 0,
                failure,
                failure == null ? null : failure.word(),
                new Consumption("session", null, Usage.UNKNOWN, Usage.UNKNOWN),
                words,
                failure == FailureType.RATE_LIMIT ? now.plusSeconds(600) : null,
                List.of(),
                false,
                failure == null,
                0,
                0);
    }
}
