package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.config.ConfigReader;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.Actor;
import dev.fuel.domain.agent.RoutingProposal;
import dev.fuel.domain.budget.BudgetKey;
import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.CostSource;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskType;
import dev.fuel.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The primary is not asked about what nothing may be spent on.
class QuestionsAndBudgetsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static final FuelConfig CONFIG =
            ConfigReader.read("""
                    primary: boss
                    routing: primary
                    complexity: {simple: first}
                    limits: {max_load: 1000}
                    agents:
                      boss: {driver: command, command: ["true"]}
                      first: {driver: command, command: ["true"]}
                    """, "config").require().config();

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder.resolve("agent.db"), InstantSource.fixed(NOW), new Random(1));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aStuckTaskWithoutMoneyGoesToItsPersonAndTheItemSaysWhyThereIsNoProposal() {
        TaskId task = add("Hard", null);
        spend(BudgetKey.of(task), null);
        stick(task);
        assertThat(questions()).isEmpty();
        assertThat(item(task).body()).contains("There is no proposal: the task's budget of $1 is spent ($1.50).");
    }

    @Test
    void anotherTasksBudgetIsNoReason() {
        TaskId task = add("Hard", null);
        spend(BudgetKey.of(add("Dear", null)), null);
        stick(task);
        assertThat(questions()).extracting(Run::kind).containsExactly(RunKind.TRIAGE);
    }

    @Test
    void theEpicsBudgetIsAskedToo() {
        EpicId epic = store.write(
                Actor.HUMAN, session -> session.epics().add("All", "", "main").id());
        TaskId task = add("Hard", epic);
        spend(BudgetKey.of(epic), null);
        stick(task);
        assertThat(questions()).isEmpty();
        assertThat(item(task).body()).contains("There is no proposal: the epic's budget");
    }

    @Test
    void whatWaitsForItsTurnToBeAskedAboutIsLeftToTheMapWhenTheDayIsSpent() {
        TaskId first = add("One", null);
        TaskId second = add("Two", null);
        store.change(Actor.CONSUMER, session -> {
            session.proposals().await(first, NOW.plusSeconds(60));
            session.proposals().await(second, NOW.plusSeconds(60));
        });
        spend(BudgetKey.of(LocalDate.parse("2026-03-01")), NOW.plusSeconds(43_200));
        step(List.of());
        assertThat(questions()).isEmpty();
        for (TaskId task : List.of(first, second)) {
            RoutingProposal proposal = Objects.requireNonNull(
                    store.read(session -> session.proposals().of(List.of(task))).get(task));
            assertThat(proposal.isOpen()).isFalse();
            assertThat(proposal.reasoning()).isEqualTo("the day's budget of $1 is spent ($1.50)");
        }
        assertThat(route(first).reasoning())
                .isEqualTo("simple tasks go to first: the day's budget of $1 is spent ($1.50)");
    }

    @Test
    void onlyTheTasksThatHaveMoneyAreAskedAbout() {
        TaskId dear = add("Dear", null);
        TaskId cheap = add("Cheap", null);
        spend(BudgetKey.of(dear), null);
        step(List.of(dear, cheap));
        assertThat(questions()).hasSize(1);
        List<RoutingProposal> open = store.read(session -> session.proposals().open());
        assertThat(open).extracting(RoutingProposal::task).containsExactly(cheap);
    }

    private TaskId add(String title, @Nullable EpicId epic) {
        NewTask task = new NewTask(
                title,
                "",
                TaskType.FEATURE,
                Priority.DEFAULT,
                Complexity.SIMPLE,
                Collections.emptySortedSet(),
                List.of(),
                null,
                epic,
                null);
        return store.write(Actor.HUMAN, session -> session.tasks().add(task)).id();
    }

    private void spend(BudgetKey key, @Nullable Instant endsAt) {
        store.change(
                Actor.CONSUMER,
                session -> session.budgets()
                        .tell(key, BudgetMark.State.SPENT, 1, new Cost(1.5, CostSource.REPORTED), 0, endsAt));
    }

    private void stick(TaskId task) {
        store.change(Actor.CONSUMER, session -> {
            var _ = TriageKeeper.stick(session, task, false, Map.of(), ZoneOffset.UTC, CONFIG);
        });
    }

    private void step(List<TaskId> due) {
        store.change(Actor.CONSUMER, session -> {
            var _ = QuestionKeeper.step(session, due, due.size(), false, Map.of(), ZoneOffset.UTC, CONFIG);
        });
    }

    /// As it is decided on while the day is spent.
    private Route route(TaskId task) {
        List<Decision> decisions = new Planner(store, ZoneOffset.UTC)
                .plan(CONFIG, 0, false, Set.of(), _ -> Map.of())
                .decisions();
        return decisions.stream()
                .filter(decision -> decision.task().id().equals(task))
                .map(decision -> ((Decision.Wait) decision).route())
                .findFirst()
                .orElseThrow();
    }

    private List<Run> questions() {
        return store.read(session -> session.runs().running());
    }

    private InboxItem item(TaskId task) {
        return store.read(session -> session.inbox().of(task)).getFirst();
    }
}
