package dev.fuel.app;

import dev.fuel.consume.ConsumerLock;
import dev.fuel.consume.ConsumerOptions;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.request.RequestKind;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.Waiting;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a person does about runs.
public final class RunActions {
    /// A stop takes up to ten seconds until what ignores it is killed.
    private static final long MOST_SECONDS = 60;

    private final Project project;
    private final Caller caller;

    public RunActions(Project project, Caller caller) {
        this.project = project;
        this.caller = caller;
    }

    /// @param stopped whether the run has ended; else a consumer is ending it
    public record Killed(Run run, boolean stopped) {}

    /// Ends runs. Only a consumer settles runs: the one that is alive is asked to; where there is none, this
    /// process takes its place for just that.
    ///
    /// @throws Refusal if one of them is not running
    public List<Killed> kill(List<String> references) {
        caller.requirePerson("stop runs");
        Store store = project.store();
        List<Run> runs = store.writeDurably(
                caller.actor(),
                session -> references.stream()
                        .map(session.ids()::run)
                        .distinct()
                        .map(id -> requestStop(session, session.runs().get(id)))
                        .toList());
        carryOutStops(runs.stream().map(Run::id).toList());
        return store.read(session -> runs.stream()
                .map(run -> session.runs().get(run.id()))
                .map(run -> new Killed(run, run.status() != RunStatus.RUNNING))
                .toList());
    }

    /// Notes what a person thinks of the work of a run; the last word counts.
    ///
    /// @param rating 1 to 5
    /// @throws Refusal if it is no work run, or has not ended
    public Run rate(String reference, int rating) {
        caller.requirePerson("rate runs");
        return project.store().writeDurably(caller.actor(), session -> {
            Run run = session.runs().get(session.ids().run(reference));
            if (run.kind() != RunKind.WORK) {
                throw new Refusal(
                        "not_work",
                        "cannot rate %s: it is a %s run, and only work is rated"
                                .formatted(run.id(), run.kind().word().replace('_', ' ')));
            }
            if (run.status() == RunStatus.RUNNING) {
                throw new Refusal("still_running", "cannot rate %s: it has not ended".formatted(run.id()));
            }
            return session.runs().rate(run, rating);
        });
    }

    /// Lets the consumer start the task as soon as there is room, even while it is paused.
    ///
    /// @throws Refusal if nobody starts work, or the task waits for anything but time and room
    public void startNow(String reference) {
        caller.requirePerson("start tasks");
        if (ConsumerLock.holder(project.folder()).isEmpty()) {
            throw new Refusal("no_consumer", "nobody starts work here: `fuel consume` does");
        }
        project.store().changeDurably(caller.actor(), session -> {
            TaskId task = session.ids().task(reference);
            String obstacles =
                    session.queue().waiting(List.of(session.tasks().get(task))).getOrDefault(task, List.of()).stream()
                            .filter(reason -> !(reason instanceof Waiting.NotBefore))
                            .map(reason -> reason.sentence(session.now(), ZoneId.systemDefault()))
                            .collect(Collectors.joining("; "));
            if (!obstacles.isEmpty()) {
                throw new Refusal("waits", "cannot start %s: it %s".formatted(task, obstacles));
            }
            session.requests().post(RequestKind.START_NOW.word(), task.value(), null, null);
        });
    }

    /// Ends runs whose stop is requested, if no consumer is alive to do it.
    public void carryOutStops(Collection<RunId> runs) {
        if (runs.isEmpty() || ConsumerLock.holder(project.folder()).isPresent()) {
            return;
        }
        try {
            settle(runs);
        } catch (Refusal refusal) {
            if (!refusal.code().equals(ConsumerLock.CONSUMER_RUNNING)) {
                throw refusal;
            }
            // A consumer has started in the meantime: it finds the requests.
        }
    }

    private static Run requestStop(Session session, Run run) {
        if (run.status() != RunStatus.RUNNING) {
            throw new Refusal("not_running", "%s is not running: it %s".formatted(run.id(), ended(run.status())));
        }
        session.requests().post(RequestKind.STOP_RUN.word(), run.id().value(), null, null);
        return run;
    }

    private static String ended(RunStatus status) {
        return switch (status) {
            case RUNNING -> "is running";
            case COMPLETED -> "has ended well";
            case FAILED -> "has failed";
            case KILLED -> "was stopped";
        };
    }

    /// Consumes, starting nothing, until these runs have ended. Other runs go on.
    private void settle(Collection<RunId> runs) {
        Set<String> left =
                runs.stream().map(RunId::value).collect(Collectors.toCollection(ConcurrentHashMap::newKeySet));
        var options = new ConsumerOptions("fuel run:kill", ConsumerOptions.Mode.FOREVER, true, null, false);
        var here = new AtomicReference<@Nullable Consumption>();
        try (Consumption consumption = Consumption.open(project, options, null, events -> {
            events.stream()
                    .filter(event -> event.what().equals("run_ended"))
                    .forEach(event -> left.remove(event.entityId()));
            Consumption running = here.get();
            if (left.isEmpty() && running != null) {
                running.consumer().leave(false);
            }
        })) {
            here.set(consumption);
            CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS)
                    .execute(() -> consumption.consumer().leave(false));
            consumption.run();
        }
    }
}
