package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a snapshot and has the scheduler decide on it.
final class Planner {
    private static final int FIRST_PAGE = 4;
    private static final int LARGEST_PAGE = 8_192;
    private static final Duration LOAD_CHECK = Duration.ofSeconds(5);

    private final Store store;
    private final ZoneId zone;

    Planner(Store store, ZoneId zone) {
        this.store = store;
        this.zone = zone;
    }

    /// What one look at the database led to.
    ///
    /// @param due when a rest, a delay or a high load ends; null if nothing waits for time
    record Plan(
            Snapshot snapshot,
            List<Decision> decisions,
            @Nullable Instant due) {
        /// Whether an answer, of a program or of the primary, will change what is decided.
        boolean isUndecided() {
            return decisions.stream()
                    .anyMatch(decision -> decision instanceof Decision.Look
                            || decision instanceof Decision.Ask
                            || (decision instanceof Decision.Wait wait
                                    && wait.route().question() == Route.Question.ASKED));
        }

        boolean acted() {
            return decisions.stream().anyMatch(decision -> !(decision instanceof Decision.Wait));
        }

        int freeSlots(FuelConfig config) {
            int starts = (int)
                    decisions.stream().filter(Decision.Start.class::isInstance).count();
            return config.maxConcurrent() - snapshot.taken() - starts;
        }
    }

    /// Reads as many ready tasks as it takes to fill the slots: most turns need one page.
    ///
    /// @param paused   beside the pause in the database
    /// @param inReview how many tasks wait for a check or a reviewer
    Plan plan(
            FuelConfig config,
            int inReview,
            boolean paused,
            Set<TaskId> startNow,
            Function<Session, Map<AgentName, ProgramStanding>> programs) {
        Scheduler scheduler = new Scheduler(config, new Router(config, zone));
        for (int page = FIRST_PAGE; ; page *= 8) {
            int most = page;
            Plan plan = store.read(session -> {
                boolean stopped = paused || session.state().isPaused();
                Snapshot snapshot = SnapshotReader.read(
                        session, config, stopped, startNow, inReview, config.maxConcurrent(), most, programs);
                return new Plan(
                        snapshot,
                        scheduler.decide(snapshot),
                        stopped && startNow.isEmpty() ? null : due(session, snapshot));
            });
            boolean more = plan.snapshot().ready().size() >= most && plan.freeSlots(config) > 0;
            if (!more
                    || page >= LARGEST_PAGE
                    || plan.snapshot().paused()
                    || plan.snapshot().isDaySpent()) {
                return plan;
            }
        }
    }

    private static @Nullable Instant due(Session session, Snapshot snapshot) {
        @Nullable Instant due = session.queue().nextDue().orElse(null);
        for (var health : snapshot.health().values()) {
            Instant until = health.backoffUntil();
            if (until != null
                    && until.isAfter(snapshot.now())
                    && !snapshot.ready().isEmpty()) {
                due = earlier(due, until);
            }
        }
        due = earlier(due, snapshot.memory().due(snapshot.now()));
        for (BudgetMark mark : snapshot.budgets()) {
            due = mark.isSpent() ? earlier(due, mark.endsAt()) : due;
        }
        return snapshot.overloaded() ? earlier(due, snapshot.now().plus(LOAD_CHECK)) : due;
    }

    /// The earlier of two times; null is never.
    static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
