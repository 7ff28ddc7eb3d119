package dev.fuel.consume;

import dev.fuel.config.Budget;
import dev.fuel.consume.BudgetFacts.Account;
import dev.fuel.consume.BudgetFacts.AtWork;
import dev.fuel.domain.budget.BudgetKey;
import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.budget.BudgetScope;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.Spending;
import dev.fuel.domain.run.StopReason;
import dev.fuel.domain.run.Usage;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.RunFilter;
import dev.fuel.store.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads what {@link BudgetPolicy} decides from: limits, what ended runs have cost, and what those at work have so far.
/// For one decision, in one transaction.
final class BudgetReader {
    /// More than a person raises one run's budget.
    private static final int LONGEST_CHAIN = 100;

    private final Session session;
    private final Budget budget;
    private final ZoneId zone;
    private final List<Live> live;

    /// A run at work, and what it has cost so far.
    ///
    /// @param cost     null if that is not known
    /// @param unpriced whether it has consumed something that has no price
    private record Live(Run run, @Nullable Cost cost, boolean unpriced) {}

    /// @param running of agents, not ended
    BudgetReader(Session session, Budget budget, ZoneId zone, List<Run> running, RunMeters meters) {
        this.session = session;
        this.budget = budget;
        this.zone = zone;
        this.live = running.stream()
                .map(run -> live(session, run, meters.of(run.id())))
                .toList();
    }

    private static Live live(Session session, Run run, RunMeters.@Nullable Reading reading) {
        if (reading == null) {
            return new Live(run, null, false);
        }
        RunShare share = RunShare.of(session, run, reading.consumption(), reading.scope());
        return new Live(
                run, share.cost(), share.cost() == null && !share.usage().equals(Usage.UNKNOWN));
    }

    /// What the runs at work spend of, and whatever something has been told of.
    ///
    /// @param further budgets to look at beside
    /// @param fresh   runs of which a turn has just ended
    BudgetFacts facts(Collection<BudgetKey> further, Set<RunId> fresh) {
        Map<BudgetKey, BudgetMark> marks = new HashMap<>();
        session.budgets().told().forEach(mark -> marks.put(mark.key(), mark));
        Set<BudgetKey> keys = new LinkedHashSet<>(marks.keySet());
        keys.addAll(further);
        List<AtWork> atWork = new ArrayList<>();
        for (Live each : live) {
            Set<BudgetKey> own = keysOf(each.run());
            keys.addAll(own);
            if (each.run().stopping() == null) {
                atWork.add(new AtWork(
                        each.run().id(), own, fresh.contains(each.run().id())));
            }
        }
        return new BudgetFacts(
                session.now(),
                keys.stream().map(key -> account(key, marks.get(key))).toList(),
                atWork);
    }

    /// The budgets that a run spends of; today's too, if it was started before.
    Set<BudgetKey> keysOf(Run run) {
        Set<BudgetKey> keys = new LinkedHashSet<>();
        if (budget.runUsd() != null) {
            keys.add(BudgetKey.of(run.id()));
        }
        if (budget.taskUsd() != null && run.task() != null) {
            keys.add(BudgetKey.of(run.task()));
        }
        if (budget.epicUsd() != null && run.epic() != null) {
            keys.add(BudgetKey.of(run.epic()));
        }
        if (budget.dayUsd() != null) {
            keys.add(BudgetKey.of(today()));
        }
        return keys;
    }

    /// Whatever may be over its limit, also of what is not at work.
    Set<BudgetKey> everything() {
        Set<BudgetKey> keys = new LinkedHashSet<>();
        if (budget.taskUsd() != null) {
            session.runTotals().tasksThatCost(BudgetPolicy.NEAR * budget.taskUsd()).stream()
                    .map(BudgetKey::of)
                    .forEach(keys::add);
        }
        if (budget.epicUsd() != null) {
            session.epics().list().stream()
                    .filter(epic -> epic.approvedAt() == null)
                    .map(Epic::id)
                    .map(BudgetKey::of)
                    .forEach(keys::add);
        }
        if (budget.dayUsd() != null) {
            keys.add(BudgetKey.of(today()));
        }
        return keys;
    }

    private LocalDate today() {
        return session.now().atZone(zone).toLocalDate();
    }

    private Account account(BudgetKey key, @Nullable BudgetMark mark) {
        @Nullable Double configured = limit(key.scope(), budget);
        @Nullable Instant endsAt = key.scope() == BudgetScope.DAY ? beginning(day(key).plusDays(1)) : null;
        if (configured == null || (endsAt != null && !session.now().isBefore(endsAt))) {
            return new Account(key, null, null, 0, endsAt, mark);
        }
        return switch (key.scope()) {
            case RUN -> ofRun(key, configured, mark);
            case TASK -> {
                TaskId task = new TaskId(key.subject());
                yield account(
                        key,
                        raised(key, configured),
                        session.runTotals().of(task),
                        null,
                        mark,
                        run -> task.equals(run.task()));
            }
            case EPIC -> {
                EpicId epic = new EpicId(key.subject());
                yield account(
                        key,
                        raised(key, configured),
                        session.runTotals().of(epic),
                        null,
                        mark,
                        run -> epic.equals(run.epic()));
            }
            case DAY -> {
                Instant from = beginning(day(key));
                Spending ended = session.runTotals().between(from, beginning(day(key).plusDays(1)));
                yield account(
                        key,
                        raised(key, configured),
                        ended,
                        endsAt,
                        mark,
                        run -> !run.startedAt().isBefore(from));
            }
        };
    }

    private Account account(
            BudgetKey key,
            double limit,
            Spending ended,
            @Nullable Instant endsAt,
            @Nullable BudgetMark mark,
            Predicate<Run> which) {
        @Nullable Cost spent = ended.cost();
        int unpriced = ended.unpriced();
        for (Live each : live) {
            if (which.test(each.run())) {
                spent = Cost.sum(spent, each.cost());
                unpriced += each.unpriced() ? 1 : 0;
            }
        }
        return new Account(key, limit, spent, unpriced, endsAt, mark);
    }

    /// A run that goes on for one that was stopped by a budget is one with it: so is what it may cost.
    private Account ofRun(BudgetKey key, double configured, @Nullable BudgetMark mark) {
        Run run = session.runs().get(new RunId(key.subject()));
        double limit = raised(key, configured);
        @Nullable Cost spent = run.cost();
        for (Live each : live) {
            spent = each.run().id().equals(run.id()) ? each.cost() : spent;
        }
        for (Run before : stoppedBefore(run)) {
            limit = Math.max(limit, raised(BudgetKey.of(before.id()), configured));
            spent = Cost.sum(spent, before.cost());
        }
        return new Account(key, limit, spent, 0, null, mark);
    }

    private List<Run> stoppedBefore(Run run) {
        List<Run> same = run.task() == null
                ? run.epic() == null ? List.of() : session.runs().of(run.epic()).reversed()
                : session.runs().list(new RunFilter(run.task(), null, null, run.kind(), LONGEST_CHAIN));
        @Nullable
        Instant since =
                run.task() == null ? null : session.tasks().get(run.task()).attemptsSince();
        return same.stream()
                .filter(other -> other.kind() == run.kind() && other.seq() < run.seq())
                .takeWhile(other -> other.stopping() == StopReason.BUDGET
                        && (since == null || !other.startedAt().isBefore(since)))
                .toList();
    }

    private double raised(BudgetKey key, double configured) {
        return Math.max(configured, session.budgets().raised(key).orElse(0.0));
    }

    /// As configured; null if there is none.
    static @Nullable Double limit(BudgetScope scope, Budget budget) {
        return switch (scope) {
            case RUN -> budget.runUsd();
            case TASK -> budget.taskUsd();
            case EPIC -> budget.epicUsd();
            case DAY -> budget.dayUsd();
        };
    }

    private static LocalDate day(BudgetKey key) {
        return LocalDate.parse(key.subject());
    }

    private Instant beginning(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
