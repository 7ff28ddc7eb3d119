package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.WORK_RESULTS;

import dev.fuel.domain.Actor;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.run.CostSource;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.ProcessIdentity;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunOutcome;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.Usage;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.jooq.tables.records.WorkResultsRecord;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Work on tasks as it goes: runs that end in one way or another, and what is said of them.
final class WorkHistory {
    private final StoreFixture fixture;

    WorkHistory(StoreFixture fixture) {
        this.fixture = fixture;
    }

    /// A run that works for a minute and ends well.
    RunId done(TaskId task) {
        return end(task, StoreFixture.AGENT, outcome(RunStatus.COMPLETED, null, false, null));
    }

    RunId done(TaskId task, double usd, Duration duration) {
        Run run = start(task, StoreFixture.AGENT);
        fixture.wait(duration);
        return settle(run, outcome(RunStatus.COMPLETED, null, false, usd));
    }

    RunId failed(TaskId task, FailureType type) {
        return failed(task, type, type.chargesTask());
    }

    RunId failed(TaskId task, FailureType type, boolean charged) {
        return end(task, StoreFixture.AGENT, outcome(RunStatus.FAILED, type, charged, null));
    }

    RunId stopped(TaskId task) {
        return end(task, StoreFixture.AGENT, outcome(RunStatus.KILLED, null, false, null));
    }

    /// A run that fails after its agent has said that it is done.
    RunId failedThoughDone(TaskId task) {
        Run run = start(task, StoreFixture.AGENT);
        fixture.store.change(Actor.CLI, session -> session.progress().claimDone(run.token(), "done"));
        fixture.wait(Duration.ofMinutes(1));
        return settle(run, outcome(RunStatus.FAILED, FailureType.CRASH, false, null));
    }

    /// A run whose process could not be started.
    RunId neverStarted(TaskId task) {
        Run run = fixture.store.write(
                Actor.CONSUMER, session -> session.runs().insert(NewRun.work(task, StoreFixture.AGENT, null)));
        return settle(run, outcome(RunStatus.FAILED, FailureType.CRASH, true, null));
    }

    /// What is said of the last work run of the task.
    void review(TaskId task, ReviewStatus verdict) {
        fixture.store.change(Actor.CONSUMER, session -> {
            RunId work = session.runs().lastOf(task, RunKind.WORK).map(Run::id).orElse(null);
            session.reviews().open(task, work, "abc", List.of());
        });
        fixture.wait(Duration.ofMinutes(1));
        fixture.store.change(
                Actor.CONSUMER,
                session -> session.reviews()
                        .finish(session.reviews().pending(task).orElseThrow().id(), verdict, "so it ended"));
        fixture.wait(Duration.ofSeconds(1));
    }

    WorkResultsRecord result(RunId run) {
        return fixture.store.read(session -> session.sql()
                .selectFrom(WORK_RESULTS)
                .where(WORK_RESULTS.RUN_ID.eq(run.value()))
                .fetchSingle());
    }

    @Nullable
    Integer firstPass(RunId run) {
        return result(run).getFirstPass();
    }

    Task task() {
        return fixture.add("A task");
    }

    private Run start(TaskId task, AgentName agent) {
        return fixture.store.write(Actor.CONSUMER, session -> {
            Run run = session.runs().insert(NewRun.work(task, agent, null));
            session.progress().started(run.id(), new ProcessIdentity(4_711, "start"));
            return run;
        });
    }

    private RunId end(TaskId task, AgentName agent, RunOutcome outcome) {
        Run run = start(task, agent);
        fixture.wait(Duration.ofMinutes(1));
        return settle(run, outcome);
    }

    private RunId settle(Run run, RunOutcome outcome) {
        fixture.store.change(Actor.CONSUMER, session -> session.runs().settle(run.id(), run.token(), outcome));
        fixture.wait(Duration.ofSeconds(1));
        return run.id();
    }

    private static RunOutcome outcome(
            RunStatus status, @Nullable FailureType type, boolean charged, @Nullable Double usd) {
        return new RunOutcome(
                status,
                0,
                type,
                null,
                charged,
                null,
                null,
                null,
                new Usage(10L, 2L, 3L, usd, 1),
                null,
                null,
                null,
                usd == null ? null : CostSource.REPORTED);
    }
}
