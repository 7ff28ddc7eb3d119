package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.Consumption;
import dev.fuel.agents.Outcome;
import dev.fuel.agents.UsageScope;
import dev.fuel.config.ConfigReader;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.Actor;
import dev.fuel.domain.agent.AgentHealth;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.CostSource;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.ProcessIdentity;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.Spending;
import dev.fuel.domain.run.Usage;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.domain.task.TaskType;
import dev.fuel.git.WorkState;
import dev.fuel.store.AgentHealthRepository;
import dev.fuel.store.RunFilter;
import dev.fuel.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the end of a run does to its agent and its task, and who gets the task next. Scheduler, claims, settlement and
/// database are the real ones; the runs are only said to have ended.
class SettlementTest {
    private static final AgentName FIRST = new AgentName("first");
    private static final AgentName SECOND = new AgentName("second");

    private static final FuelConfig CONFIG =
            ConfigReader.read("""
                    primary: first
                    limits: {max_load: 1000, max_park: 2h}
                    agents:
                      first: {driver: claude, autonomy: edit, max_concurrent: 2, fallback: [second]}
                      second: {driver: command, command: ["true"], max_concurrent: 2}
                    """, "config").require().config();

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private @Nullable Store opened;

    @BeforeEach
    void open() {
        opened = Store.open(folder.resolve("agent.db"), () -> now, new Random(1));
    }

    @AfterEach
    void close() {
        store().close();
    }

    @Test
    void aLimitedFallbackAgentGetsItsTaskBackAlthoughTheFirstChoiceIsFreeAgain() {
        TaskId task = add("Write it");
        TaskId other = add("Another");
        end(start(task), limited(now.plus(Duration.ofHours(3))));
        Run onFallback = start(task);
        assertThat(onFallback.agent()).isEqualTo(SECOND);
        end(onFallback, limited(now.plus(Duration.ofMinutes(30))));
        assertThat(decision(task)).as("it waits for its time").isNull();

        now = now.plus(Duration.ofHours(4));
        Run resumed = start(task);
        assertThat(resumed.agent()).isEqualTo(SECOND);
        assertThat(resumed.resumedFrom()).isEqualTo(onFallback.id());
        assertThat(task(task).attempts()).isZero();
        assertThat(start(other).agent()).isEqualTo(FIRST);
    }

    @Test
    void aParkedTaskWaitsOnWhenItsAgentIsLimitedAgain() {
        TaskId parked = add("Parked");
        TaskId probe = add("Probe");
        end(start(parked), limited(now.plus(Duration.ofMinutes(10))));
        now = now.plus(Duration.ofMinutes(11));
        Run again = start(parked);
        assertThat(again.agent()).isEqualTo(FIRST);
        end(again, limited(now.plus(Duration.ofMinutes(60))));
        assertThat(start(probe).agent()).isEqualTo(SECOND);
        health(health -> health.save(withRest(health.of(FIRST), now.plus(Duration.ofMinutes(90)))));
        now = now.plus(Duration.ofMinutes(70));
        assertThat(decision(parked))
                .isInstanceOfSatisfying(
                        Decision.Wait.class,
                        wait -> assertThat(wait.reason()).startsWith("waits for first: usage limit, back at"));
    }

    @Test
    void changesThatALimitCutOffAreNoNudgeSpent() {
        TaskId task = add("Write it");
        end(
                start(task),
                new Evidence(
                        outcome(FailureType.RATE_LIMIT, now.plusSeconds(60), "words", List.of()),
                        work("abc", 0, "a.txt")));
        now = now.plusSeconds(120);
        end(start(task), new Evidence(outcome(null, null, "done", List.of()), work("abc", 1, "a.txt")));
        assertThat(task(task).reviewRounds()).isZero();
        end(start(task), new Evidence(outcome(null, null, "done", List.of()), work("abc", 1, "a.txt")));
        assertThat(task(task).reviewRounds()).isEqualTo(1);
    }

    @Test
    void whatAPersonHasPinnedCountsMoreThanTheSession() {
        TaskId task = add("Write it");
        end(start(task), crashed("abc", "words"));
        store().change(
                        Actor.HUMAN,
                        session -> session.tasks().change(task).agent(SECOND).done());
        Run next = start(task);
        assertThat(next.agent()).isEqualTo(SECOND);
        assertThat(next.resumedFrom()).isNull();
    }

    @Test
    void aCrashedSessionIsResumedAndASecondCrashWithoutACommitStartsAfresh() {
        TaskId task = add("Write it");
        Run crashed = start(task);
        end(crashed, crashed("abc", "words"));
        now = now.plus(Duration.ofMinutes(10));
        Run resumed = start(task);
        assertThat(resumed.resumedFrom()).isEqualTo(crashed.id());
        end(resumed, crashed("abc", "words"));
        now = now.plus(Duration.ofMinutes(10));
        Run fresh = start(task);
        assertThat(fresh.resumedFrom()).isNull();
        assertThat(fresh.agent()).isEqualTo(FIRST);
    }

    @Test
    void aResumedRunThatCommittedBeforeItCrashedIsResumedAgain() {
        TaskId task = add("Write it");
        end(start(task), crashed("abc", "words"));
        now = now.plus(Duration.ofMinutes(10));
        Run resumed = start(task);
        end(resumed, crashed("def", "words"));
        now = now.plus(Duration.ofMinutes(10));
        assertThat(start(task).resumedFrom()).isEqualTo(resumed.id());
    }

    @Test
    void aResumeThatDiesWithoutAWordIsNotTriedAgain() {
        TaskId task = add("Write it");
        end(start(task), limited(now.plus(Duration.ofMinutes(10))));
        now = now.plus(Duration.ofMinutes(11));
        end(start(task), crashed("abc", null));
        now = now.plus(Duration.ofMinutes(10));
        assertThat(start(task).resumedFrom()).isNull();
    }

    @Test
    void aRunThatVanishesAgainAndAgainIsChargedInTheEnd() {
        TaskId task = add("Reboots the machine");
        for (int i = 0; i < 3; i++) {
            Run run = start(task);
            store().change(
                            Actor.CONSUMER,
                            session -> session.progress().started(run.id(), new ProcessIdentity(4_000_000, "0:1")));
            end(run, new Evidence(outcome(FailureType.LOST, null, "words", List.of()), null));
            now = now.plus(Duration.ofMinutes(10));
        }
        assertThat(task(task).attempts()).isEqualTo(1);
    }

    @Test
    void aLostLoginIsToldOnceEvenIfTheItemWasPutAsideMeanwhile() {
        TaskId one = add("One");
        TaskId two = add("Two");
        Run first = start(one);
        Run second = start(two);
        end(first, failed(FailureType.AUTH));
        InboxItem item = items().getFirst();
        assertThat(item.type()).isEqualTo(InboxType.AUTH);
        store().change(Actor.HUMAN, session -> session.inbox().action(item.id(), "seen"));
        end(second, failed(FailureType.AUTH));
        assertThat(items()).isEmpty();
        assertThat(start(one).agent()).isEqualTo(SECOND);
    }

    @Test
    void aRunThatWasAtWorkWhenTheLoginWasLostDoesNotBringItsAgentBack() {
        Run first = start(add("One"));
        Run second = start(add("Two"));
        now = now.plusSeconds(1);
        end(first, failed(FailureType.BUDGET));
        now = now.plusSeconds(1);
        end(second, worked("abc"));
        assertThat(store().read(session -> session.health().of(FIRST)).stoppedReason())
                .isNotNull();
        assertThat(items()).hasSize(1);
    }

    @Test
    void aResetBringsTheAgentAndItsParkedTasksBackAndEndsTheItem() {
        TaskId parked = add("Parked");
        end(start(parked), limited(now.plus(Duration.ofHours(1))));
        TaskId elsewhere = add("Waits for a person's reason");
        store().change(
                        Actor.HUMAN,
                        session -> session.tasks()
                                .change(elsewhere)
                                .notBefore(now.plus(Duration.ofHours(1)))
                                .done());
        store().change(Actor.CONSUMER, session -> {
            Run run = session.runs().lastOf(parked).orElseThrow();
            session.inbox().post(AgentItems.cannotWork(FIRST, run, "no login"));
        });
        store().change(Actor.HUMAN, session -> AgentHealthTracker.reset(session, FIRST));
        assertThat(start(parked).agent()).isEqualTo(FIRST);
        assertThat(items()).isEmpty();
        assertThat(task(elsewhere).notBefore()).isNotNull();
    }

    @Test
    void runsThatFailTogetherTellOfOneTrouble() {
        Run first = start(add("One"));
        Run second = start(add("Two"));
        now = now.plusSeconds(5);
        end(first, failed(FailureType.NETWORK));
        now = now.plusSeconds(1);
        end(second, failed(FailureType.NETWORK));
        var health = store().read(session -> session.health().of(FIRST));
        assertThat(health.consecutiveFailures()).isEqualTo(1);
        assertThat(health.backoffUntil()).isEqualTo(now.plusSeconds(30));
    }

    @Test
    void aSuccessFromBeforeALimitDoesNotLiftIt() {
        Run first = start(add("One"));
        Run second = start(add("Two"));
        now = now.plusSeconds(5);
        end(first, limited(now.plus(Duration.ofHours(1))));
        end(second, worked("abc"));
        assertThat(store().read(session -> session.health().of(FIRST)).isAvailable(now))
                .isFalse();
    }

    @Test
    void theLimitOfACancelledTasksRunParksTheAgentToo() {
        TaskId task = add("Write it");
        Run run = start(task);
        store().change(Actor.HUMAN, session -> session.tasks().move(task, Move.CANCEL, null));
        end(run, limited(now.plus(Duration.ofHours(1))));
        assertThat(start(add("Next")).agent()).isEqualTo(SECOND);
    }

    @Test
    void aRefusedToolIsAskedForWithTheSettingAlsoWhenTheRunEndedWellAndLeftOnlyEdits() {
        TaskId task = add("Write it");
        var denied = new AgentEvent.ToolDenied("", "Bash", "needs approval");
        end(
                start(task),
                new Evidence(outcome(null, null, "I could not commit", List.of(denied)), work("abc", 0, "a.txt")));
        assertThat(task(task).heldBy()).isEqualTo(Set.of(Hold.STUCK));
        assertThat(items()).singleElement().satisfies(item -> {
            assertThat(item.type()).isEqualTo(InboxType.PERMISSION);
            assertThat(item.title()).isEqualTo("first was refused Bash");
            assertThat(item.body())
                    .contains("Set `autonomy: full` for first in .fuel/config.yaml (it is `edit`)")
                    .contains("args: [--allowedTools, Bash]")
                    .contains("fuel retry " + task);
        });
    }

    @Test
    void aProvidersWishToWaitIsHeededByTheBackoff() {
        end(
                start(add("One")),
                new Evidence(outcome(FailureType.NETWORK, now.plusSeconds(200), "words", List.of()), null));
        assertThat(store().read(session -> session.health().of(FIRST)).backoffUntil())
                .isEqualTo(now.plusSeconds(200));
    }

    @Test
    void aTotalOfTheSessionIsCountedOnceHoweverOftenItIsResumed() {
        TaskId task = add("Write it");
        Usage first = new Usage(100L, 10L, 5L, 1.0, 2);
        Usage second = new Usage(250L, 30L, 50L, 2.5, 5);
        Usage third = new Usage(260L, 31L, 50L, 2.75, 6);
        for (Usage total : List.of(first, second, third)) {
            Evidence limited = limited(now.plus(Duration.ofMinutes(1)));
            end(start(task), new Evidence(with(limited.outcome(), null, total), limited.work(), UsageScope.SESSION));
            now = now.plus(Duration.ofMinutes(5));
        }
        assertThat(runs(task))
                .extracting(Run::usage)
                .containsExactly(new Usage(10L, 1L, 0L, 0.25, 6), new Usage(150L, 20L, 45L, 1.5, 5), first);
        Spending together = store().read(session -> session.runTotals().of(task));
        assertThat(together).isEqualTo(new Spending(3, 260, 31, 50, new Cost(2.75, CostSource.REPORTED), 0));
    }

    @Test
    void whatTheProgramDoesNotTellIsEstimatedFromItsShareAlone() {
        TaskId task = add("Write it");
        for (long total : List.of(1_000_000L, 3_000_000L)) {
            Evidence limited = limited(now.plus(Duration.ofMinutes(1)));
            Usage usage = new Usage(total, 0L, null, null, 1);
            end(start(task), new Evidence(with(limited.outcome(), "gpt-5", usage), limited.work(), UsageScope.SESSION));
            now = now.plus(Duration.ofMinutes(5));
        }
        assertThat(runs(task))
                .extracting(Run::cost)
                .containsExactly(new Cost(2.5, CostSource.ESTIMATED), new Cost(1.25, CostSource.ESTIMATED));
    }

    @Test
    void usageOfTheRunAloneIsTakenAsItIs() {
        TaskId task = add("Write it");
        Usage usage = new Usage(100L, 10L, 5L, null, 2);
        for (int i = 0; i < 2; i++) {
            Evidence limited = limited(now.plus(Duration.ofMinutes(1)));
            end(start(task), new Evidence(with(limited.outcome(), "no-such-model", usage), limited.work()));
            now = now.plus(Duration.ofMinutes(5));
        }
        assertThat(runs(task)).extracting(Run::usage).containsExactly(usage, usage);
        assertThat(runs(task)).extracting(Run::cost).containsOnlyNulls();
    }

    private List<Run> runs(TaskId task) {
        return store().read(session -> session.runs().list(RunFilter.ofTask(task)));
    }

    private static Outcome with(Outcome outcome, @Nullable String model, Usage usage) {
        return new Outcome(
                outcome.status(),
                outcome.exitCode(),
                outcome.failure(),
                outcome.message(),
                new Consumption(outcome.sessionId(), model, usage, Usage.UNKNOWN),
                outcome.finalText(),
                outcome.limitResetsAt(),
                outcome.deniedTools(),
                outcome.sessionLost(),
                outcome.answered(),
                outcome.toolCalls(),
                outcome.noise());
    }

    private Store store() {
        return Objects.requireNonNull(opened);
    }

    private TaskId add(String title) {
        NewTask task = new NewTask(
                title,
                "",
                TaskType.FEATURE,
                new Priority(2),
                Complexity.SIMPLE,
                Collections.emptySortedSet(),
                List.of(),
                null,
                null,
                null);
        return store().write(Actor.HUMAN, session -> session.tasks().add(task)).id();
    }

    private Task task(TaskId id) {
        return store().read(session -> session.tasks().get(id));
    }

    private List<InboxItem> items() {
        return store().read(session -> session.inbox().open());
    }

    private void health(Consumer<AgentHealthRepository> change) {
        store().change(Actor.CONSUMER, session -> change.accept(session.health()));
    }

    private static AgentHealth withRest(AgentHealth health, Instant until) {
        return new AgentHealth(
                health.agent(),
                health.lastSuccessAt(),
                health.lastFailureAt(),
                health.consecutiveFailures(),
                until,
                "rate_limit",
                null,
                health.totalRuns(),
                health.totalSuccesses(),
                health.paused());
    }

    /// What would be done with the task now; null if it is not ready.
    private @Nullable Decision decision(TaskId task) {
        Map<AgentName, ProgramStanding> fit = new HashMap<>();
        CONFIG.agents().keySet().forEach(agent -> fit.put(agent, new ProgramStanding.Fit()));
        Planner.Plan plan = new Planner(store(), ZoneOffset.UTC).plan(CONFIG, 0, false, Set.of(), _ -> fit);
        return plan.decisions().stream()
                .filter(decision -> decision.task().id().equals(task))
                .findFirst()
                .orElse(null);
    }

    private Run start(TaskId task) {
        assertThat(decision(task)).isInstanceOf(Decision.Start.class);
        return decision(task) instanceof Decision.Start start
                ? Claims.claim(store(), start, "main", CONFIG).orElseThrow().run()
                : start(task);
    }

    private void end(Run run, Evidence evidence) {
        var settlement = new Settlement(new AgentHealthTracker(store(), new Random(1)));
        store().change(
                        Actor.CONSUMER,
                        session -> settlement.settle(session, session.runs().get(run.id()), evidence, CONFIG));
    }

    private static Evidence limited(Instant until) {
        return new Evidence(outcome(FailureType.RATE_LIMIT, until, "words", List.of()), work("abc", 0));
    }

    private static Evidence failed(FailureType failure) {
        return new Evidence(outcome(failure, null, "words", List.of()), work("abc", 0));
    }

    private static Evidence crashed(String head, @Nullable String lastWords) {
        return new Evidence(outcome(FailureType.CRASH, null, lastWords, List.of()), work(head, 0));
    }

    private static Evidence worked(String head) {
        return new Evidence(outcome(null, null, "done", List.of()), work(head, 1));
    }

    private static Outcome outcome(
            @Nullable FailureType failure,
            @Nullable Instant resets,
            @Nullable String words,
            List<AgentEvent.ToolDenied> denied) {
        return new Outcome(
                failure == null ? RunStatus.COMPLETED : RunStatus.FAILED,
                failure == null ? 0 : 1,
                failure,
                failure == null ? null : "why",
                new Consumption("session", null, Usage.UNKNOWN, Usage.UNKNOWN),
                words,
                resets,
                denied,
                false,
                failure == null,
                0,
                0);
    }

    private static WorkState work(String head, int commits, String... dirty) {
        List<WorkState.Commit> made = commits > 0 ? List.of(new WorkState.Commit(head, "Work")) : List.of();
        return new WorkState(head, "fuel/task", made, List.of(dirty), List.of(), "", 0, 0);
    }
}
