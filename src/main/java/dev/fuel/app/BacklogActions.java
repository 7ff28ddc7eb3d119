package dev.fuel.app;

import dev.fuel.domain.BacklogItem;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.store.BacklogFile;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rough ideas in the git-tracked backlog, and their way into tasks and back.
///
/// The file and the database cannot change in one transaction: each way writes where the idea goes before it takes it
/// from where it was, so that an end in between leaves it in both and never in neither.
public final class BacklogActions {
    private final Store store;
    private final BacklogFile file;
    private final Caller caller;

    public BacklogActions(Project project, Caller caller) {
        this.store = project.store();
        this.file = new BacklogFile(project.folder().resolve("backlog.jsonl"), project.clock(), project.random());
        this.caller = caller;
    }

    /// What stands in the file.
    public Contents contents() {
        BacklogFile.Contents contents = file.read();
        return new Contents(contents.items(), contents.problems());
    }

    /// @param problems one sentence for each line that could not be read
    public record Contents(List<BacklogItem> items, List<String> problems) {
        public Contents {
            items = List.copyOf(items);
            problems = List.copyOf(problems);
        }
    }

    /// @throws Refusal if there is no such item
    public BacklogItem item(String reference) {
        return file.resolve(reference);
    }

    /// Keeps an idea for later. It has no place among the tasks yet: no blockers, epic or agent.
    public BacklogItem add(TaskDraft draft) {
        caller.requirePerson("change the backlog");
        if (!draft.blockedBy().isEmpty() || draft.epic() != null || draft.agent() != null) {
            throw new Refusal(
                    "not_a_task", "a backlog item has no blockers, epic or agent: give them when it is promoted");
        }
        return file.add(
                draft.title(),
                NewTask.requireDescription(draft.description()),
                draft.type(),
                draft.priority(),
                draft.complexity(),
                draft.labels());
    }

    /// Makes a task of each idea.
    ///
    /// @param epic the epic that they go to, by the beginning of its id
    public List<Promoted> promote(List<String> references, @Nullable String epic, @Nullable AgentName agent) {
        caller.requirePerson("promote backlog items");
        List<BacklogItem> items =
                references.stream().map(file::resolve).distinct().toList();
        List<Promoted> promoted = store.write(
                caller.actor(),
                session -> items.stream()
                        .map(item -> new Promoted(item.id(), session.tasks().add(task(session, item, epic, agent))))
                        .toList());
        items.forEach(item -> file.remove(item.id()));
        return promoted;
    }

    /// @param item the id that the idea had
    public record Promoted(String item, Task task) {}

    /// Puts tasks back into the backlog; as tasks they are cancelled.
    public List<Deferred> defer(List<String> references) {
        caller.requirePerson("defer tasks");
        List<Task> tasks = store.read(session -> references.stream()
                .map(session.ids()::task)
                .distinct()
                .map(id -> requireDeferrable(session, id))
                .toList());
        return tasks.stream().map(this::defer).toList();
    }

    /// @param released tasks that waited for it and now do not
    public record Deferred(Task task, BacklogItem item, List<TaskId> released) {}

    private Deferred defer(Task task) {
        BacklogItem item = file.add(
                task.title(), task.description(), task.type(), task.priority(), task.complexity(), task.labels());
        return store.writeDurably(caller.actor(), session -> {
            requireDeferrable(session, task.id());
            var moved = session.tasks().move(task.id(), Move.CANCEL, "deferred to " + item.id());
            OpenItems.action(session, task.id(), "deferred");
            return new Deferred(moved.task(), item, moved.released());
        });
    }

    private static Task requireDeferrable(Session session, TaskId id) {
        Task task = session.tasks().get(id);
        TaskLifecycle.after(id, task.status(), Move.CANCEL);
        RunQueries.runningOn(session, id).ifPresent(run -> {
            throw new Refusal(
                    "run_at_work",
                    "cannot defer %s: %s works on it; stop that first with `fuel run:kill %s`"
                            .formatted(id, run.id(), run.id()));
        });
        return task;
    }

    private static NewTask task(Session session, BacklogItem item, @Nullable String epic, @Nullable AgentName agent) {
        return new NewTask(
                item.title(),
                item.description(),
                item.type(),
                item.priority(),
                item.complexity(),
                item.labels(),
                List.of(),
                null,
                epic == null ? null : session.ids().epic(epic),
                agent);
    }
}
