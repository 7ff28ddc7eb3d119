package dev.fuel.consume;

import dev.fuel.domain.Actor;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.Request;
import dev.fuel.domain.Word;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.request.RequestKind;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.StopReason;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.Waiting;
import dev.fuel.store.Store;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes up what other processes ask of the consumer. Owned by the consumer's loop.
final class Requests {
    private final Store store;
    private final ActiveRuns activeRuns;
    private final InFlight inFlight;
    private final DelayedActs acts;
    private final ZoneId zone;
    /// Tasks that are to start even while paused, with the requests that ask for it. They stay open in the database
    /// until they are answered, and are read again in each turn.
    private final Map<TaskId, List<Long>> startNow = new LinkedHashMap<>();

    Requests(Ground ground, ActiveRuns activeRuns, InFlight inFlight) {
        this.store = ground.store();
        this.activeRuns = activeRuns;
        this.inFlight = inFlight;
        this.acts = ground.acts();
        this.zone = ground.zone();
    }

    /// The tasks that are to start as soon as there is room, in the order in which that was asked.
    Set<TaskId> startNow() {
        return Collections.unmodifiableSequencedSet(new LinkedHashSet<>(startNow.keySet()));
    }

    /// Does what is asked; what is to start waits for the scheduler.
    void takeUp(List<Request> due) {
        startNow.clear();
        for (Request request : due) {
            Optional<String> result = resultOf(request);
            result.ifPresent(words -> answer(request.id(), words));
        }
    }

    /// Answers those who wait for the task to start.
    void answerStart(TaskId task, String result) {
        List<Long> asked = startNow.remove(task);
        if (asked != null) {
            asked.forEach(request -> answer(request, result));
        }
    }

    private void answer(long request, String result) {
        store.change(Actor.CONSUMER, session -> session.requests().done(request, result));
    }

    /// A request that makes no sense (any process may write one) is answered, and must not come up again.
    private Optional<String> resultOf(Request request) {
        try {
            return carryOut(request);
        } catch (Refusal | IllegalArgumentException nonsense) {
            return Optional.of("refused: " + nonsense.getMessage());
        }
    }

    /// @return empty if the answer comes later
    private Optional<String> carryOut(Request request) {
        RequestKind kind = Word.find(RequestKind.class, request.kind()).orElse(null);
        if (kind == null) {
            return Optional.of("this version does not know " + request.kind());
        }
        return switch (kind) {
            case STOP_RUN ->
                Optional.of(
                        activeRuns.stop(new RunId(request.target()), StopReason.PERSON)
                                ? "stopping"
                                : "was not running");
            case STOP_ALL -> {
                activeRuns.stopAll(StopReason.PERSON);
                yield Optional.of("stopping");
            }
            case START_NOW -> wantStarted(request);
            case MERGE_EPIC, PLAN_EPIC -> {
                // Taken up with the epic, which must be there.
                store.read(session -> session.epics().get(new EpicId(request.target())));
                yield Optional.empty();
            }
            case DECIDE, RETRY, MESSAGE -> {
                carryOutBeside(request);
                yield Optional.empty();
            }
        };
    }

    /// What lands may take a while. It answers for itself; only what broke is answered here, so that it cannot break
    /// for ever.
    private void carryOutBeside(Request request) {
        inFlight.start(
                "carry out request %d".formatted(request.id()),
                () -> acts.carryOut(request),
                _ -> {},
                failure -> answer(request.id(), "failed: " + failure.getMessage()));
    }

    /// Only time and room may be missing; what waits for anything else is not started by asking.
    private Optional<String> wantStarted(Request request) {
        TaskId id = new TaskId(request.target());
        String obstacles = store.read(session -> {
            List<Waiting> reasons =
                    session.queue().waiting(List.of(session.tasks().get(id))).getOrDefault(id, List.of());
            return reasons.stream()
                    .filter(reason -> !(reason instanceof Waiting.NotBefore))
                    .map(reason -> reason.sentence(session.now(), zone))
                    .collect(Collectors.joining("; "));
        });
        if (!obstacles.isEmpty()) {
            return Optional.of("not started: " + obstacles);
        }
        startNow.computeIfAbsent(id, _ -> new ArrayList<>()).add(request.id());
        return Optional.empty();
    }
}
