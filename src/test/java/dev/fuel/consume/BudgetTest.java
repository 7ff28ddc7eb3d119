package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.app.Caller;
import dev.fuel.app.InboxDecisions;
import dev.fuel.app.Project;
import dev.fuel.consume.ConsumerOptions.Mode;
import dev.fuel.domain.Actor;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.board.Place;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.run.CostSource;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.StopReason;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.domain.task.TaskType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Budgets and real processes: the agent's turns cost 3 USD for each million tokens, told while it works.
class BudgetTest {
    private static final String CHEAP = "turn 1000000 reads"; // 3 USD
    private static final String DEAR = "turn 2000000 reads more"; // 6 USD

    @TempDir
    Path folder;

    @Test
    void aRunThatHasSpentItsBudgetIsStoppedAsksOnceAndGoesOnInItsSessionWhenThatIsRaised() {
        try (var workshop = workshop("run_usd: 10", "commit a.txt one")) {
            Path gate = workshop.gate();
            TaskId task =
                    workshop.add("Write it", DEAR, "turn 800000 more", "wait " + gate, "turn 800000 last", "hang");
            workshop.consume(Mode.UNTIL_IDLE);
            workshop.until(
                    "it is nearly spent", session -> session.budgets().inForce().size() == 1);
            Workshop.open(gate);
            IdleReport report = workshop.ended();
            Run stopped = workshop.runs(task).getFirst();
            assertThat(stopped.stopping()).isEqualTo(StopReason.BUDGET);
            assertThat(stopped.status()).isEqualTo(RunStatus.FAILED);
            assertThat(stopped.errorType()).isEqualTo(FailureType.BUDGET);
            assertThat(stopped.charged()).isFalse();
            assertThat(stopped.usage().costUsd()).isBetween(10.0, 10.9);
            assertThat(stopped.costSource()).isEqualTo(CostSource.ESTIMATED);
            assertThat(workshop.task(task).attempts()).isZero();
            assertThat(workshop.health().get(new AgentName("claude"))).isNull();
            assertThat(count(workshop, "budget_near")).isEqualTo(1);
            assertThat(count(workshop, "budget_spent")).isEqualTo(1);
            InboxItem item = onlyItem(workshop);
            assertThat(item.task()).isEqualTo(task);
            assertThat(item.run()).isEqualTo(stopped.id());
            assertThat(report.waiting()).singleElement().satisfies(waiting -> {
                assertThat(waiting.reason())
                        .startsWith("the run's budget of $10 is spent (~$10.80)")
                        .contains("`fuel inbox:act %s raise`".formatted(item.id()));
                assertThat(waiting.until()).isNull();
            });
            assertThat(workshop.store.<Integer>read(
                            session -> session.board(9).column(Place.NEEDS_YOU).count()))
                    .isEqualTo(1);

            assertThat(workshop.consume(Mode.UNTIL_IDLE).ended().waiting())
                    .as("it is not started by the next consumer either")
                    .hasSize(1);
            assertThat(workshop.runs(task)).hasSize(1);

            assertThat(act(workshop, item, "20")).contains("$20");
            workshop.untilIdle();
            Run resumed = workshop.runs(task).getFirst();
            assertThat(workshop.runs(task))
                    .filteredOn(run -> run.kind() == stopped.kind())
                    .hasSize(2);
            assertThat(resumed.resumedFrom()).isEqualTo(stopped.id());
            assertThat(resumed.sessionId()).isEqualTo(stopped.sessionId()).isNotNull();
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(workshop.inbox()).isEmpty();
        }
    }

    @Test
    void whatGoesOnForAStoppedRunCountsTogetherWithIt() {
        try (var workshop = workshop("run_usd: 5", CHEAP, CHEAP, "hang")) {
            TaskId task = workshop.add("Write it", DEAR, "hang");
            workshop.consume(Mode.UNTIL_IDLE).ended();
            act(workshop, onlyItem(workshop), "11");
            workshop.consume(Mode.UNTIL_IDLE).ended();
            assertThat(workshop.runs(task)).hasSize(2).allMatch(run -> run.errorType() == FailureType.BUDGET);
            assertThat(onlyItem(workshop).title()).contains("~$12.00 of $11");
        }
    }

    @Test
    void aTasksBudgetCountsAllItsRunsAndHoldsNothingElse() {
        try (var workshop = workshop("task_usd: 8", "commit a.txt one")) {
            TaskId dear = workshop.add("Dear", CHEAP, "exit 1");
            TaskId cheap = workshop.add("Cheap", CHEAP, "commit b.txt one");
            workshop.consume(Mode.UNTIL_IDLE_AND_WAIT).ended();
            assertThat(workshop.task(cheap).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(workshop.task(dear).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(count(workshop, "budget_spent")).isZero();
            assertThat(workshop.inbox()).isEmpty();

            TaskId never = workshop.add("Never", "turn 1500000 a", "exit 1");
            Workshop.write(workshop.root.resolve(".fuel/prompts/resume.md"), "fake: turn 1500000 a\nfake: hang\n");
            IdleReport report = workshop.consume(Mode.UNTIL_IDLE_AND_WAIT).ended();
            assertThat(workshop.runs(never)).hasSize(2);
            assertThat(workshop.runs(never).getFirst().errorType()).isEqualTo(FailureType.BUDGET);
            assertThat(report.waiting())
                    .singleElement()
                    .satisfies(waiting ->
                            assertThat(waiting.reason()).contains("the task's budget of $8 is spent (~$9.00)"));
        }
    }

    @Test
    void anEpicsBudgetStopsWhatRunsForItAndLetsEverythingElseGoOn() {
        try (var workshop = workshop("epic_usd: 5", "commit c.txt one")) {
            Path gate = workshop.gate();
            EpicId epic = workshop.store
                    .write(Actor.HUMAN, session -> session.epics().add("Refunds", "", "main"))
                    .id();
            TaskId first = workshop.add("First", TaskType.FEATURE, epic, DEAR, "hang");
            TaskId waits = workshop.add("Waits", TaskType.FEATURE, epic, "commit d.txt one");
            TaskId outside = workshop.add("Outside", "wait " + gate, CHEAP, "commit b.txt one");
            workshop.store.change(Actor.HUMAN, session -> session.dependencies().add(waits, first));
            workshop.consume();
            workshop.until("it asks", session -> !session.inbox().open().isEmpty());
            Workshop.open(gate);
            workshop.untilStatus(outside, TaskStatus.CLOSED);
            workshop.untilStatus(first, TaskStatus.OPEN);
            workshop.leave(false);
            assertThat(workshop.runs(first))
                    .singleElement()
                    .satisfies(run -> assertThat(run.errorType()).isEqualTo(FailureType.BUDGET));
            InboxItem item = onlyItem(workshop);
            assertThat(item.epic()).isEqualTo(epic);
            assertThat(item.task()).isNull();
        }
    }

    @Test
    void aSpentDayStartsNothingMoreUntilMidnight() {
        var time = new AtomicReference<>(Duration.ZERO);
        InstantSource clock = () -> Instant.now().plus(time.get());
        try (var workshop = workshop(clock, "day_usd: 5", "max_concurrent: 1", "commit a.txt one")) {
            TaskId first = workshop.add("First", DEAR, "hang");
            TaskId second = workshop.add("Second", "commit b.txt one");
            IdleReport report = workshop.consume(Mode.UNTIL_IDLE).ended();
            Instant midnight = Instant.now()
                    .truncatedTo(java.time.temporal.ChronoUnit.DAYS)
                    .plus(Duration.ofDays(1));
            assertThat(report.waiting()).hasSize(2).allSatisfy(waiting -> {
                assertThat(waiting.reason()).contains("the day's budget of $5 is spent (~$6.00); back at 00:00 or");
                assertThat(waiting.until()).isEqualTo(midnight);
            });
            assertThat(workshop.runs(second)).isEmpty();
            assertThat(workshop.inbox()).hasSize(1);

            time.set(Duration.between(Instant.now(), midnight).minusSeconds(1));
            workshop.untilIdle();
            assertThat(workshop.task(first).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(workshop.task(second).status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(workshop.inbox()).isEmpty();
            assertThat(workshop.runs(second)).allMatch(run -> !run.startedAt().isBefore(midnight));
        }
    }

    @Test
    void aHigherLimitInTheConfigurationFreesWhatWasStopped() {
        try (var workshop = workshop("run_usd: 5", "commit a.txt one")) {
            TaskId task = workshop.add("Write it", DEAR, "hang");
            workshop.consume();
            workshop.until("it asks", session -> !session.inbox().open().isEmpty());
            workshop.untilStatus(task, TaskStatus.OPEN);
            workshop.configure(config("run_usd: 20", ""));
            workshop.untilStatus(task, TaskStatus.CLOSED);
            workshop.leave(false);
            assertThat(workshop.inbox()).isEmpty();
        }
    }

    @Test
    void aRaiseHasToLeaveRoomAndToBeAnAmount() {
        try (var workshop = workshop("run_usd: 5", "commit a.txt one")) {
            workshop.add("Write it", DEAR, "hang");
            workshop.consume(Mode.UNTIL_IDLE).ended();
            InboxItem item = onlyItem(workshop);
            assertThatThrownBy(() -> act(workshop, item, "6"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("~$6.00");
            assertThatThrownBy(() -> act(workshop, item, "more"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("no amount");
            assertThat(act(workshop, item, null)).as("as much again").contains("$11");
            assertThatThrownBy(() -> act(workshop, item, null)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void aReviewThatIsTooDearWaitsForAPersonAndGoesOnInItsSession() {
        String config = config("run_usd: 5", "").replace("agents:", "review: {agent: claude}\nagents:");
        try (var workshop = Workshop.withConfig(folder, config)) {
            Path count = workshop.root.resolveSibling("count");
            Workshop.write(
                    workshop.root.resolve(".fuel/prompts/review.md"),
                    "fake: count %s\nfake: %s\nfake: hang\n".formatted(count, DEAR));
            TaskId task = workshop.add("Write it", "commit a.txt one");
            workshop.consume(Mode.UNTIL_IDLE).ended();
            Run review = workshop.runs(task).getFirst();
            assertThat(review.errorType()).isEqualTo(FailureType.BUDGET);
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.REVIEW);
            Workshop.write(
                    workshop.root.resolve(".fuel/prompts/review.md"),
                    "fake: verdict {\"verdict\":\"pass\",\"summary\":\"good\",\"issues\":[]}\n");
            act(workshop, onlyItem(workshop), null);
            workshop.untilIdle();
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CLOSED);
            Run again = workshop.runs(task).getFirst();
            assertThat(again.sessionId()).isEqualTo(review.sessionId());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6})
    void aConsumerThatDiesAnywhereInAStopLeavesItToTheNext(int commits) {
        try (var workshop = workshop("run_usd: 10", "commit a.txt one")) {
            TaskId task = workshop.add("Write it", DEAR, "turn 800000 more", "turn 800000 last", "hang");
            boolean died = workshop.untilIdleDyingAfter(commits);
            if (died) {
                workshop.untilIdle();
            }
            assertThat(workshop.runs(task)).singleElement().satisfies(run -> {
                assertThat(run.errorType()).isEqualTo(FailureType.BUDGET);
                assertThat(run.charged()).isFalse();
            });
            assertThat(count(workshop, "budget_near")).isLessThanOrEqualTo(1);
            assertThat(count(workshop, "budget_spent")).isEqualTo(1);
            assertThat(onlyItem(workshop).task()).isEqualTo(task);
        }
    }

    private static InboxItem onlyItem(Workshop workshop) {
        assertThat(workshop.inbox()).hasSize(1);
        InboxItem item = workshop.inbox().getFirst();
        assertThat(item.type()).isEqualTo(InboxType.BUDGET);
        return item;
    }

    private static long count(Workshop workshop, String what) {
        return workshop.store
                .<List<String>>read(session -> session.events().since(0, 10_000).stream()
                        .map(event -> event.what())
                        .filter(what::equals)
                        .toList())
                .size();
    }

    private static String act(Workshop workshop, InboxItem item, @Nullable String usd) {
        try (Project project = workshop.project()) {
            return new InboxDecisions(project, new Caller.Person(Actor.HUMAN))
                    .act(item.id().value(), InboxAction.RAISE, usd)
                    .outcome();
        }
    }

    private Workshop workshop(String budget, String... resumed) {
        return workshop(InstantSource.system(), budget, "", resumed);
    }

    private Workshop workshop(InstantSource clock, String budget, String more, String... resumed) {
        Workshop workshop = Workshop.withConfig(folder, config(budget, more), clock);
        StringBuilder prompt = new StringBuilder();
        for (String command : resumed) {
            prompt.append("fake: ").append(command).append('\n');
        }
        Workshop.write(workshop.root.resolve(".fuel/prompts/resume.md"), prompt.toString());
        return workshop;
    }

    private static String config(String budget, String more) {
        return """
                primary: claude
                %s
                limits: {timeout: 60s, stall: 30s, backoff: 20ms, max_load: 1000, max_review_rounds: 2}
                budget: {%s}
                workspace: {mode: worktree, base: main}
                agents:
                  claude: {driver: claude, model: claude-sonnet-4-5, binary: "%s", max_concurrent: 4}
                """.formatted(more.isEmpty() ? "max_concurrent: 4" : more, budget, Workshop.FAKE_AGENT);
    }
}
