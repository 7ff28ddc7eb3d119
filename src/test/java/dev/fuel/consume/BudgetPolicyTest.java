package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.consume.BudgetFacts.Account;
import dev.fuel.consume.BudgetFacts.AtWork;
import dev.fuel.consume.BudgetStep.Stop;
import dev.fuel.consume.BudgetStep.TakeBack;
import dev.fuel.consume.BudgetStep.Tell;
import dev.fuel.domain.Word;
import dev.fuel.domain.budget.BudgetKey;
import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.budget.BudgetMark.State;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.CostSource;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is told of budgets, and which runs they end.
class BudgetPolicyTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");
    private static final BudgetKey TASK = BudgetKey.of(new TaskId("f-000001"));
    private static final BudgetKey TODAY = BudgetKey.of(LocalDate.parse("2026-03-01"));
    private static final RunId RUN = new RunId("run-000001");

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # spent, limit, told before, at the limit, what is told now
            3.99,    5,     -,           -,            -
            4.00,    5,     -,           -,            near
            4.00,    5,     near,        5,            -
            4.99,    5,     near,        5,            -
            5.00,    5,     near,        5,            spent
            5.00,    5,     -,           -,            spent
            9.99,    5,     spent,       5,            -
            4.00,    5,     spent,       5,            -
            5.00,    10,    spent,       5,            back
            8.00,    10,    spent,       5,            near
            12.0,    10,    spent,       5,            spent
            8.00,    10,    near,        5,            near
            6.00,    10,    near,        5,            back
            6.00,    4,     near,        5,            spent
            6.00,    -,     spent,       5,            back
            -,       5,     -,           -,            -
            """)
    void aBudgetIsToldOfOnceForEachLimitAndOnlyAHigherOneFreesIt(
            @Nullable Double spent,
            @Nullable Double limit,
            @Nullable String told,
            @Nullable Double at,
            String expected) {
        @Nullable
        BudgetMark mark = told == null || at == null ? null : mark(TASK, Word.of(State.class, told), at, NOON, null);
        List<BudgetStep> steps = BudgetPolicy.decide(
                new BudgetFacts(NOON, List.of(new Account(TASK, limit, cost(spent), 0, null, mark)), List.of()));
        String words = steps.isEmpty()
                ? null
                : switch (steps.getFirst()) {
                    case Tell tell -> tell.state().word();
                    case TakeBack _ -> "back";
                    case Stop _ -> "stop";
                };
        assertThat(words).isEqualTo(expected);
    }

    @Test
    void aRunIsEndedWhenATurnOfItsModelEndsOrAMinuteAfterItsBudgetWasFoundSpent() {
        BudgetMark spent = mark(TASK, State.SPENT, 5, NOON, null);
        Account account = new Account(TASK, 5.0, cost(5.0), 0, null, spent);
        assertThat(stops(NOON, account, false)).isEmpty();
        assertThat(stops(NOON, account, true)).containsExactly(RUN);
        assertThat(stops(NOON.plusSeconds(59), account, false)).isEmpty();
        assertThat(stops(NOON.plusSeconds(60), account, false)).containsExactly(RUN);
        assertThat(BudgetPolicy.due(facts(NOON, account, false))).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void theTurnThatSpendsTheBudgetIsTheOneThatEndsTheRun() {
        Account account = new Account(TASK, 5.0, cost(5.0), 0, null, null);
        assertThat(BudgetPolicy.decide(facts(NOON, account, true)))
                .hasSize(2)
                .last()
                .isEqualTo(new Stop(RUN));
        assertThat(stops(NOON, account, false)).isEmpty();
    }

    @Test
    void aRunThatSpendsOfAnotherBudgetGoesOn() {
        Account other = new Account(BudgetKey.of(new TaskId("f-000002")), 5.0, cost(9.0), 0, null, null);
        assertThat(stops(NOON, other, true)).isEmpty();
    }

    @Test
    void aDaysBudgetIsFreeAgainAtMidnightByItself() {
        BudgetMark spent = mark(TODAY, State.SPENT, 5, NOON, MIDNIGHT);
        Account account = new Account(TODAY, 5.0, cost(9.0), 0, MIDNIGHT, spent);
        assertThat(BudgetPolicy.due(new BudgetFacts(NOON, List.of(account), List.of())))
                .isEqualTo(MIDNIGHT);
        assertThat(BudgetPolicy.decide(new BudgetFacts(NOON, List.of(account), List.of())))
                .isEmpty();
        assertThat(BudgetPolicy.decide(new BudgetFacts(MIDNIGHT, List.of(account), List.of())))
                .singleElement()
                .isInstanceOf(TakeBack.class);
    }

    @Test
    void nothingIsDueWhereNothingIsTold() {
        assertThat(BudgetPolicy.due(facts(NOON, new Account(TASK, 5.0, cost(3.0), 0, null, null), false)))
                .isNull();
    }

    /// Whatever is spent, and however the limit goes up: of one limit no more than two things are told, and a run
    /// goes on only as long as there is room.
    @Property(tries = 300)
    void ofOneLimitThereIsOneWarningAndOneEnd(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 3) Double> turns,
            @ForAll @IntRange(min = 0, max = 3) int raises) {
        double limit = 10;
        double spent = 0;
        int left = raises;
        @Nullable BudgetMark mark = null;
        List<String> told = new ArrayList<>();
        for (double turn : turns) {
            spent += turn;
            Account account = new Account(TASK, limit, cost(spent), 0, null, mark);
            List<BudgetStep> steps = BudgetPolicy.decide(facts(NOON, account, true));
            for (BudgetStep step : steps) {
                switch (step) {
                    case Tell tell -> {
                        assertThat(told).doesNotContain(tell.state() + " " + limit);
                        told.add(tell.state() + " " + limit);
                        mark = mark(TASK, tell.state(), tell.limit(), NOON, null);
                    }
                    case TakeBack _ -> mark = null;
                    case Stop _ -> {}
                }
            }
            boolean stopped = steps.stream().anyMatch(Stop.class::isInstance);
            assertThat(stopped).isEqualTo(mark != null && mark.isSpent());
            assertThat(stopped || spent < limit).isTrue();
            if (stopped && left-- == 0) {
                return;
            }
            limit = stopped ? limit + 10 : limit;
        }
    }

    private static List<RunId> stops(Instant now, Account account, boolean atBoundary) {
        return BudgetPolicy.decide(facts(now, account, atBoundary)).stream()
                .filter(Stop.class::isInstance)
                .map(step -> ((Stop) step).run())
                .toList();
    }

    private static BudgetFacts facts(Instant now, Account account, boolean atBoundary) {
        return new BudgetFacts(now, List.of(account), List.of(new AtWork(RUN, Set.of(TASK), atBoundary)));
    }

    private static @Nullable Cost cost(@Nullable Double usd) {
        return usd == null ? null : new Cost(usd, CostSource.REPORTED);
    }

    private static BudgetMark mark(BudgetKey key, State state, double limit, Instant at, @Nullable Instant endsAt) {
        Cost spent = new Cost(limit, CostSource.REPORTED);
        return new BudgetMark(key, state, limit, spent, 0, at, endsAt, null, null, null);
    }
}
