package dev.fuel.app;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.request.RequestKind;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.Session;
import java.util.Optional;

/// What a person tells the agent of a task without having been asked: it goes into the next prompt. A run that is at
/// work reads it when it ends, in the same session, before anything is checked.
public final class TaskMessages {
    private final Project project;
    private final Caller caller;

    public TaskMessages(Project project, Caller caller) {
        this.project = project;
        this.caller = caller;
    }

    /// Tells it at once. It is kept as a request that is done, by which a run is known to have something to read.
    ///
    /// @return when it will be read
    /// @throws Refusal if nobody would read it
    public InboxDecisions.Decided tell(String reference, String text) {
        caller.requirePerson("tell agents what to do");
        return project.store().writeDurably(caller.actor(), session -> {
            TaskId task = session.ids().task(reference);
            String outcome = tell(session, task, text);
            long request = session.requests()
                    .post(RequestKind.MESSAGE.word(), task.value(), text.strip(), null)
                    .id();
            session.requests().done(request, outcome);
            return new InboxDecisions.Decided(task, outcome);
        });
    }

    /// @return true
    /// @throws Refusal if there is nothing to say, or nobody who would read it
    static boolean requireReader(Session session, TaskId id, String text) {
        if (text.isBlank()) {
            throw new Refusal("text_needed", "a message needs a text");
        }
        Task task = session.tasks().get(id);
        switch (task.status()) {
            case OPEN, NEEDS_WORK, IN_PROGRESS -> {}
            case REVIEW ->
                throw new Refusal(
                        "in_review", "%s is in review: its agent has ended, and the checks decide first".formatted(id));
            case CLOSED, CANCELLED ->
                throw new Refusal(
                        "illegal_move",
                        "%s is %s: `fuel reopen %s` opens it again"
                                .formatted(id, task.status().word(), id));
        }
        return true;
    }

    /// @return when it will be read, in one line
    static String tell(Session session, TaskId id, String text) {
        requireReader(session, id, text);
        Task task = session.tasks().get(id);
        String said = text.strip();
        session.tasks()
                .change(id)
                .note(task.note() == null ? said : task.note() + "\n\n" + said)
                .done();
        Optional<Run> running = RunQueries.runningOn(session, id);
        if (running.isPresent()) {
            return "%s reads it when %s ends, before anything is checked"
                    .formatted(id, running.get().id());
        }
        return task.heldBy().isEmpty()
                ? "%s gets it with its next prompt".formatted(id)
                : "%s gets it with its next prompt; it is held until somebody releases it".formatted(id);
    }
}
