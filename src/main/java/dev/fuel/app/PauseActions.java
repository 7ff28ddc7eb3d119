package dev.fuel.app;

import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.IdKind;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeping things from starting: everything, an epic or a task. What already runs goes on.
public final class PauseActions {
    private final Store store;
    private final Caller caller;

    public PauseActions(Store store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    /// What was paused or let go on.
    public sealed interface Paused {
        record OfTask(Task task) implements Paused {}

        record OfEpic(Epic epic) implements Paused {}
    }

    /// Since when no consumer starts anything; empty if they may.
    public Optional<Instant> pausedAt() {
        return store.read(session -> session.state().pausedAt());
    }

    /// No consumer starts anything until {@link #unpause()}.
    ///
    /// @return whether that is new
    public boolean pause() {
        caller.requirePerson("pause the consumer");
        return store.writeDurably(caller.actor(), session -> session.state().pause());
    }

    /// @return whether it was paused
    public boolean unpause() {
        caller.requirePerson("unpause the consumer");
        return store.writeDurably(caller.actor(), session -> session.state().unpause());
    }

    /// Holds tasks and epics, all or none.
    public List<Paused> hold(List<String> references, @Nullable String reason) {
        caller.requirePerson("pause tasks");
        return store.writeDurably(
                caller.actor(),
                session -> references.stream()
                        .map(reference -> session.ids().resolve(reference, IdKind.TASK, IdKind.EPIC))
                        .distinct()
                        .map(id -> switch (id) {
                            case TaskId task ->
                                new Paused.OfTask(session.tasks()
                                        .change(task)
                                        .hold(Hold.PERSON, reason)
                                        .done());
                            case EpicId epic -> ofEpic(session, epic, true);
                            default -> throw new IllegalStateException("neither a task nor an epic: " + id);
                        })
                        .toList());
    }

    /// Takes back what {@link #hold} or a person's stop did; other holds stay.
    public List<Paused> release(List<String> references) {
        caller.requirePerson("unpause tasks");
        return store.writeDurably(
                caller.actor(),
                session -> references.stream()
                        .map(reference -> session.ids().resolve(reference, IdKind.TASK, IdKind.EPIC))
                        .distinct()
                        .map(id -> switch (id) {
                            case TaskId task ->
                                new Paused.OfTask(session.tasks()
                                        .change(task)
                                        .release(Hold.PERSON)
                                        .reason(null)
                                        .done());
                            case EpicId epic -> ofEpic(session, epic, false);
                            default -> throw new IllegalStateException("neither a task nor an epic: " + id);
                        })
                        .toList());
    }

    private static Paused ofEpic(Session session, EpicId epic, boolean held) {
        if (held) {
            session.epics().hold(epic, Hold.PERSON);
        } else {
            session.epics().release(epic, Hold.PERSON);
        }
        return new Paused.OfEpic(session.epics().get(epic));
    }
}
