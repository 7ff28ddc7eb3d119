package dev.fuel.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.Actor;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.CostSource;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunOutcome;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.Spending;
import dev.fuel.domain.run.Usage;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sums of what runs have consumed: known, estimated and unknown are never mixed up.
class RunTotalsTest {
    private static final AgentName CLAUDE = new AgentName("claude");
    private static final AgentName CODEX = new AgentName("codex");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private Instant now = NOON;

    @Test
    void sumsSayWhereTheyComeFromAndOfHowManyRunsTheyKnowNothing() {
        try (Store store = Store.open(folder.resolve("agent.db"), () -> now, new Random(1))) {
            EpicId epic = store.write(Actor.HUMAN, session -> session.epics().add("Epic", "", null))
                    .id();
            TaskId reported = add(store, epic);
            TaskId estimated = add(store, epic);
            TaskId unknown = add(store, null);
            run(store, reported, CLAUDE, 1.0, CostSource.REPORTED);
            run(store, reported, CLAUDE, 0.5, CostSource.REPORTED);
            run(store, estimated, CODEX, 0.25, CostSource.ESTIMATED);
            run(store, estimated, CLAUDE, 2.0, CostSource.REPORTED);
            now = NOON.plus(Duration.ofDays(1));
            run(store, unknown, CODEX, null, null);

            store.read(session -> {
                RunTotals totals = session.runTotals();
                assertThat(totals.of(reported))
                        .isEqualTo(new Spending(2, 20, 4, 6, new Cost(1.5, CostSource.REPORTED), 0));
                assertThat(totals.of(estimated).cost()).isEqualTo(new Cost(2.25, CostSource.ESTIMATED));
                assertThat(totals.of(unknown)).isEqualTo(new Spending(1, 10, 2, 3, null, 1));
                assertThat(totals.of(epic).cost()).isEqualTo(new Cost(3.75, CostSource.ESTIMATED));
                assertThat(totals.byAgent(Instant.EPOCH))
                        .isEqualTo(Map.of(
                                CLAUDE, new Spending(3, 30, 6, 9, new Cost(3.5, CostSource.REPORTED), 0),
                                CODEX, new Spending(2, 20, 4, 6, new Cost(0.25, CostSource.ESTIMATED), 1)));
                assertThat(totals.between(NOON, now).runs()).isEqualTo(4);
                assertThat(totals.between(now, now.plusSeconds(1)).cost()).isNull();
                assertThat(totals.costsSince(now)).isEmpty();
                assertThat(totals.costsSince(NOON))
                        .isEqualTo(Map.of(
                                CLAUDE, new Cost(3.5, CostSource.REPORTED),
                                CODEX, new Cost(0.25, CostSource.ESTIMATED)));
                return null;
            });
        }
    }

    @Test
    void theWordsTellTheThreeApart() {
        assertThat(Cost.words(new Cost(0.123, CostSource.REPORTED))).isEqualTo("$0.12");
        assertThat(Cost.words(new Cost(0.123, CostSource.ESTIMATED))).isEqualTo("~$0.12");
        assertThat(Cost.words(null)).isEqualTo("–");
    }

    private static void run(
            Store store, TaskId task, AgentName agent, @Nullable Double usd, @Nullable CostSource source) {
        store.change(Actor.CONSUMER, session -> {
            Run run =
                    session.runs().insert(new NewRun(RunKind.WORK, task, null, agent, null, null, null, null, 1, null));
            session.runs()
                    .settle(
                            run.id(),
                            run.token(),
                            new RunOutcome(
                                    RunStatus.COMPLETED,
                                    0,
                                    null,
                                    null,
                                    false,
                                    "session",
                                    null,
                                    null,
                                    new Usage(10L, 2L, 3L, usd, 1),
                                    null,
                                    null,
                                    null,
                                    source));
        });
    }

    private static TaskId add(Store store, @Nullable EpicId epic) {
        NewTask task = new NewTask(
                "Task",
                "",
                TaskType.FEATURE,
                new Priority(2),
                Complexity.SIMPLE,
                Collections.emptySortedSet(),
                List.of(),
                null,
                epic,
                null);
        return store.write(Actor.HUMAN, session -> session.tasks().add(task)).id();
    }
}
