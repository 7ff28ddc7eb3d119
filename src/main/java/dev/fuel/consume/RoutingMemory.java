package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.config.Routing;
import dev.fuel.domain.agent.Backoff;
import dev.fuel.domain.agent.PassHistory;
import dev.fuel.domain.agent.RoutingProposal;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a strategy knows beside the agents' state of now. The map needs nothing, so for it nothing is read.
///
/// @param proposals  what the primary says of the tasks, or that it is asked
/// @param quietUntil the primary is not asked earlier, since its last answers were of no use; null if it may be asked
/// @param history    how the agents' work has fared
public record RoutingMemory(
        Map<TaskId, RoutingProposal> proposals, @Nullable Instant quietUntil, PassHistory history) {
    static final RoutingMemory NOTHING = new RoutingMemory(Map.of(), null, PassHistory.NONE);

    private static final int QUESTIONS_LOOKED_AT = 10;

    public RoutingMemory {
        proposals = Map.copyOf(proposals);
    }

    /// @param tasks that are to be routed
    static RoutingMemory read(Session session, FuelConfig config, List<Task> tasks) {
        if (tasks.isEmpty()) {
            return NOTHING;
        }
        return switch (config.routing()) {
            case COMPLEXITY -> NOTHING;
            case PRIMARY ->
                new RoutingMemory(
                        session.proposals().of(tasks.stream().map(Task::id).toList()),
                        ofQuestions(session, config).quietUntil(),
                        PassHistory.NONE);
            case LEARNED -> new RoutingMemory(Map.of(), null, session.passHistory());
        };
    }

    /// What the last questions have come to, without any task.
    static RoutingMemory ofQuestions(Session session, FuelConfig config) {
        List<Run> last = session.proposals().lastQuestions(QUESTIONS_LOOKED_AT);
        return new RoutingMemory(Map.of(), quietUntil(last, config), PassHistory.NONE);
    }

    /// When the next of the answers that are awaited is late; null if none is.
    @Nullable
    Instant due(Instant now) {
        return proposals.values().stream()
                .filter(proposal -> proposal.isAwaited(now))
                .map(RoutingProposal::until)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /// A primary that leaves questions unanswered would make every task wait for nothing: after each of them in a
    /// row it rests as an agent does after failures, from questions only.
    private static @Nullable Instant quietUntil(List<Run> lastFirst, FuelConfig config) {
        if (!lastFirst.isEmpty() && QuestionPolicy.isUnclear(lastFirst.getFirst())) {
            return null; // it is asked once more
        }
        int useless = 0;
        while (useless < lastFirst.size() && lastFirst.get(useless).charged()) {
            useless++;
        }
        Instant ended = useless == 0 ? null : lastFirst.getFirst().completedAt();
        if (ended == null) {
            return null;
        }
        Duration rest = Backoff.after(config.limits().backoff(), useless);
        return ended.plus(rest);
    }

    static boolean isAsked(FuelConfig config) {
        return config.routing() == Routing.PRIMARY && config.primary() != null;
    }
}
