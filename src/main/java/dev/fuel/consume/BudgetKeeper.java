package dev.fuel.consume;

import dev.fuel.config.Budget;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.Actor;
import dev.fuel.domain.budget.BudgetKey;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.StopReason;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps what is told of budgets in line with what was spent, and ends runs that spend of a spent one. Does nothing
/// where no budget is set.
///
/// What it remembers only saves looks: what was told is in the database, what was spent in the database and in the
/// agents' output. Owned by the consumer's loop.
final class BudgetKeeper implements AutoCloseable {
    private final Ground ground;
    private final Store store;
    private final RunMeters meters;
    private @Nullable Budget known;
    private @Nullable LocalDate today;
    private boolean runHasEnded;
    private @Nullable Instant due;

    /// @param wake called, on any thread, when a turn of a model has ended
    BudgetKeeper(Ground ground, Runnable wake) {
        this.ground = ground;
        this.store = ground.store();
        this.meters = new RunMeters(ground, wake);
    }

    /// @param running all runs
    /// @param stop    ends a run
    /// @return when time alone changes something; null if it changes nothing
    @Nullable
    Instant turn(List<Run> running, FuelConfig config, Consumer<RunId> stop) {
        Budget budget = config.budget();
        boolean changed = !budget.equals(known);
        known = budget;
        if (budget.equals(Budget.UNLIMITED)) {
            meters.close();
            if (changed) {
                takeAllBack();
            }
            return null;
        }
        List<Run> agents = ofAgents(running);
        meters.follow(agents.stream().filter(run -> run.process() != null).toList(), config);
        Instant now = ground.clock().instant();
        LocalDate day = now.atZone(ground.zone()).toLocalDate();
        boolean all = changed || !day.equals(today);
        today = day;
        if (all || runHasEnded || meters.haveNews() || (due != null && !now.isBefore(due))) {
            runHasEnded = false;
            due = look(agents, all, budget, stop);
        }
        return due;
    }

    private @Nullable Instant look(List<Run> agents, boolean all, Budget budget, Consumer<RunId> stop) {
        Set<RunId> fresh = agents.stream().map(Run::id).filter(meters::lookAt).collect(Collectors.toUnmodifiableSet());
        BudgetFacts facts = store.read(session -> facts(session, agents, all, budget, fresh));
        List<BudgetStep> steps = BudgetPolicy.decide(facts);
        if (steps.stream().anyMatch(step -> !(step instanceof BudgetStep.Stop))) {
            facts = store.write(Actor.CONSUMER, session -> {
                write(session, BudgetPolicy.decide(facts(session, agents, all, budget, fresh)));
                return facts(session, agents, all, budget, fresh);
            });
            steps = BudgetPolicy.decide(facts);
        }
        for (BudgetStep step : steps) {
            if (step instanceof BudgetStep.Stop(RunId run)) {
                stop.accept(run);
            }
        }
        return BudgetPolicy.due(facts);
    }

    private BudgetFacts facts(Session session, List<Run> agents, boolean all, Budget budget, Set<RunId> fresh) {
        var reader = new BudgetReader(session, budget, ground.zone(), agents, meters);
        return reader.facts(all ? reader.everything() : Set.of(), fresh);
    }

    private static void write(Session session, List<BudgetStep> steps) {
        for (BudgetStep step : steps) {
            switch (step) {
                case BudgetStep.Tell tell -> BudgetRecords.tell(session, tell);
                case BudgetStep.TakeBack(BudgetKey key, String why) -> BudgetRecords.takeBack(session, key, why);
                case BudgetStep.Stop _ -> {}
            }
        }
    }

    /// A run has been settled: in the same transaction it is told what that has used up.
    void settled(Session session, RunId id) {
        Budget budget = ground.config().get().budget();
        Run run = session.runs().get(id);
        if (budget.equals(Budget.UNLIMITED) || run.agent() == null || run.status() == RunStatus.RUNNING) {
            return;
        }
        runHasEnded = true;
        var reader = new BudgetReader(
                session, budget, ground.zone(), ofAgents(session.runs().running()), meters);
        List<BudgetKey> keys = new ArrayList<>(reader.keysOf(run));
        boolean stopped = run.stopping() == StopReason.BUDGET
                && run.status() != RunStatus.COMPLETED
                && run.kind() != RunKind.EPIC_REVIEW
                && run.kind() != RunKind.PLAN;
        if (!stopped) {
            BudgetKey own = BudgetKey.of(id);
            keys.remove(own);
            BudgetRecords.takeBack(session, own, "the run has ended");
        }
        write(session, BudgetPolicy.decide(reader.facts(keys, Set.of())));
    }

    private void takeAllBack() {
        if (!store.<Boolean>read(session -> session.budgets().told().isEmpty())) {
            store.change(
                    Actor.CONSUMER,
                    session -> session.budgets()
                            .told()
                            .forEach(mark -> BudgetRecords.takeBack(session, mark.key(), "there is no limit now")));
        }
    }

    private static List<Run> ofAgents(List<Run> running) {
        return running.stream().filter(run -> run.agent() != null).toList();
    }

    @Override
    public void close() {
        meters.close();
    }
}
