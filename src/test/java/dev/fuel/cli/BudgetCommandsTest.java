package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.consume.BudgetRecords;
import dev.fuel.domain.budget.BudgetKey;
import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.CostSource;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunOutcome;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.Usage;
import dev.fuel.domain.task.TaskId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person is told of budgets, and how they are raised.
class BudgetCommandsTest {
    @TempDir
    Path folder;

    private CommandLine fuel;

    @BeforeEach
    void initialise() {
        fuel = new CommandLine(folder);
        fuel.configure("""
                primary: mine
                limits: {max_load: 1000}
                budget: {task_usd: 5, day_usd: 50}
                agents: {mine: {driver: command, command: [cat]}}
                """);
    }

    @Test
    void healthSaysWhatTodayHasCostAndWhatIsNotKnown() {
        end(fuel.claim(fuel.out("add", "Priced")), 41.2);
        end(fuel.claim(fuel.out("add", "Unpriced")), null);
        assertThat(fuel.out("health")).contains("budget today: $41.20 of $50 (82 %); 1 run has no known cost");
        assertThat(fuel.out("health", "--json"))
                .contains("\"limit_usd\":50.0", "\"spent_usd\":41.2", "\"runs_unpriced\":1", "\"budgets\":[]");
        fuel.configure("agents: {mine: {driver: command, command: [cat]}}\n");
        assertThat(fuel.out("health")).doesNotContain("budget");
        assertThat(fuel.out("health", "--json")).contains("\"budget_today\":null");
    }

    @Test
    void aSpentTaskIsNamedEverywhereUntilItsBudgetIsRaised() {
        String task = fuel.out("add", "Dear");
        String words = "the task's budget of $5 is spent (~$5.03)";
        InboxItem item = tell(BudgetKey.of(new TaskId(task)), BudgetMark.State.SPENT, 5, 5.03, null);
        assertThat(fuel.out("route", task))
                .contains("does not start now: %s: `fuel inbox:act %s raise`".formatted(words, item.id()));
        assertThat(fuel.out("show", task)).contains(words);
        assertThat(fuel.out("health")).contains(task + ": " + words);
        assertThat(fuel.give("doctor").out())
                .contains(task + ": " + words, "fuel inbox:act %s raise".formatted(item.id()));
        assertThat(fuel.out("consume", "--dry-run")).contains(words);
        assertThat(fuel.give("ready").err()).contains("waits: " + task + ": " + words);
        assertThat(fuel.out("show", item.id().value())).contains("raise [USD]");
        assertThat(fuel.out("inbox:act", item.id().value(), "raise"))
                .isEqualTo("the task's budget is $10.03 now; what it stopped goes on");
        assertThat(fuel.out("route", task)).startsWith(task).doesNotContain("does not start");
    }

    @Test
    void retryingDoesNotRaiseAndReopeningAsksAgain() {
        String task = fuel.out("add", "Dear");
        InboxItem item = tell(BudgetKey.of(new TaskId(task)), BudgetMark.State.SPENT, 5, 5.03, null);
        fuel.out("retry", task);
        assertThat(fuel.out("human")).contains(item.id().value());
        fuel.out("cancel", task);
        assertThat(fuel.out("human", "--json")).contains("\"items\":[]");
        assertThat(fuel.out("health")).doesNotContain(task);
        fuel.out("reopen", task);
        assertThat(fuel.out("human")).contains(task + " has spent its budget: ~$5.03 of $5");
    }

    @Test
    void aSpentDayIsSaidOnTheBoardWithWhatBringsItBack() {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        Instant end = today.plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant();
        String task = fuel.out("add", "Waits");
        InboxItem item = tell(BudgetKey.of(today), BudgetMark.State.SPENT, 50, 50.12, end);
        assertThat(fuel.out("board"))
                .contains(
                        "%s  P2  Waits  · the day's budget of $50 is spent (~$50.12); back at 00:00 or `fuel inbox:act %s raise`"
                                .formatted(task, item.id()));
        assertThat(fuel.out("inbox:act", item.id().value(), "dismiss")).contains("is put away");
        assertThat(fuel.out("board")).contains("back at 00:00 or raise budget.day_usd in .fuel/config.yaml");
    }

    @Test
    void whatIsNearlySpentIsToldButStopsNothing() {
        String task = fuel.out("add", "Nearly");
        fuel.store(session -> {
            session.budgets()
                    .tell(
                            BudgetKey.of(new TaskId(task)),
                            BudgetMark.State.NEAR,
                            5,
                            new Cost(4.1, CostSource.REPORTED),
                            2,
                            null);
            return task;
        });
        String words = "82 % of the task's budget of $5 is spent ($4.10, and 2 runs have no known cost)";
        assertThat(fuel.out("health")).contains(task + ": " + words);
        assertThat(fuel.out("show", task)).contains(words);
        assertThat(fuel.out("events")).contains("budget near  " + task + "  " + words);
        assertThat(fuel.out("route", task)).doesNotContain("does not start");
    }

    private InboxItem tell(
            BudgetKey key, BudgetMark.State state, double limit, double spent, @Nullable Instant endsAt) {
        return fuel.store(session -> {
            session.budgets().tell(key, state, limit, new Cost(spent, CostSource.ESTIMATED), 0, endsAt);
            BudgetRecords.ask(session, session.budgets().find(key).orElseThrow());
            return session.inbox().open().getLast();
        });
    }

    private void end(Run run, @Nullable Double usd) {
        fuel.store(session -> session.runs()
                .settle(
                        run.id(),
                        run.token(),
                        new RunOutcome(
                                RunStatus.COMPLETED,
                                0,
                                null,
                                null,
                                false,
                                null,
                                null,
                                null,
                                new Usage(null, null, null, usd, null),
                                null,
                                null,
                                null,
                                usd == null ? null : CostSource.REPORTED)));
    }
}
