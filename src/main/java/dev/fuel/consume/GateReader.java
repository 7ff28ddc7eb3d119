package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.config.ReviewSettings;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.Session;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads what the next step of a task in review is decided from.
final class GateReader {
    private GateReader() {}

    /// @param paused   beside the pause in the database
    /// @param programs what is known of the agents' programs, asked only where a run may be needed
    static GateFacts facts(
            Session session,
            Task task,
            boolean paused,
            Supplier<? extends Map<AgentName, ProgramStanding>> programs,
            FuelConfig config) {
        TaskId id = task.id();
        @Nullable Review review = session.reviews().pending(id).orElse(null);
        boolean mayNeedRuns = review != null
                && (config.review() != null || review.check(Check.MERGE).isPresent());
        Snapshot snapshot = snapshot(session, paused, mayNeedRuns, mayNeedRuns ? programs.get() : Map.of(), config);
        if (review == null || !mayNeedRuns) {
            return new GateFacts(task, review, List.of(), null, null, Tested.NOTHING, snapshot, config);
        }
        return new GateFacts(
                task,
                review,
                session.runs().of(review.id()),
                session.runs().lastOf(id, RunKind.WORK).orElse(null),
                signOff(session, review),
                tested(session, task, review, config),
                snapshot,
                config);
    }

    private static Tested tested(Session session, Task task, Review review, FuelConfig config) {
        ReviewSettings settings = config.review();
        if (settings == null
                || settings.tests() == null
                || review.check(Check.TESTS).isPresent()) {
            return Tested.NOTHING;
        }
        return Tested.read(
                session,
                CheckConduct.key(review),
                TestPolicy.base(task),
                settings.tests().command());
    }

    private static @Nullable InboxItem signOff(Session session, Review review) {
        String cause = SignOffPolicy.cause(review);
        return session.inbox().of(review.task()).reversed().stream()
                .filter(item -> item.cause().equals(cause))
                .findFirst()
                .orElse(null);
    }

    static Snapshot snapshot(
            Session session,
            boolean paused,
            boolean mayNeedRuns,
            Map<AgentName, ProgramStanding> programs,
            FuelConfig config) {
        List<Run> active = session.runs().running();
        return new Snapshot(
                session.now(),
                mayNeedRuns && (paused || session.state().isPaused()),
                mayNeedRuns && HostLoad.perCore() > config.limits().maxLoad(),
                Set.of(),
                List.of(),
                active,
                0,
                mayNeedRuns ? session.health().all() : Map.of(),
                programs,
                Map.of(),
                RoutingMemory.NOTHING,
                mayNeedRuns ? session.budgets().inForce() : List.of());
    }
}
