package dev.fuel.consume;

import dev.fuel.domain.Actor;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.Request;
import dev.fuel.domain.Word;
import dev.fuel.domain.request.RequestKind;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.StopReason;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.Store;
import java.util.List;
import java.util.Set;

/// Takes up what other processes ask of the consumer.
final class Requests {
    private final Store store;
    private final ActiveRuns activeRuns;
    private final Set<TaskId> startNow;

    /// @param startNow collects the tasks that are to start even while paused
    Requests(Store store, ActiveRuns activeRuns, Set<TaskId> startNow) {
        this.store = store;
        this.activeRuns = activeRuns;
        this.startNow = startNow;
    }

    /// Does what is asked.
    void takeUp(List<Request> due) {
        for (Request request : due) {
            String result = resultOf(request);
            store.change(Actor.CONSUMER, session -> session.requests().done(request.id(), result));
        }
    }

    /// A request that makes no sense (any process may write one) is answered, and must not come up again.
    private String resultOf(Request request) {
        try {
            return carryOut(request);
        } catch (Refusal | IllegalArgumentException nonsense) {
            return "refused: " + nonsense.getMessage();
        }
    }

    private String carryOut(Request request) {
        RequestKind kind = Word.find(RequestKind.class, request.kind()).orElse(null);
        if (kind == null) {
            return "this version does not know " + request.kind();
        }
        return switch (kind) {
            case STOP_RUN ->
                activeRuns.stop(new RunId(request.target()), StopReason.PERSON) ? "stopping" : "was not running";
            case STOP_ALL -> {
                activeRuns.stopAll(StopReason.PERSON);
                yield "stopping";
            }
            case START_NOW -> {
                startNow.add(new TaskId(request.target()));
                yield "starting if it is ready";
            }
        };
    }
}
