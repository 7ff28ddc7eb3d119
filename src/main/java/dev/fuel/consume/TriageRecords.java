package dev.fuel.consume;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.inbox.NewInboxItem;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.domain.triage.StuckTask;
import dev.fuel.domain.triage.TriageProposal;
import dev.fuel.domain.triage.TriageProposal.Part;
import dev.fuel.domain.triage.TriageState;
import dev.fuel.store.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes down what becomes of a task that has used up its attempts. Each method is part of its caller's transaction.
public final class TriageRecords {
    static final String WHY = "every agent has used up its attempts";

    private TriageRecords() {}

    static void asked(Session session, Task task, RunId run, String failure) {
        session.tasks()
                .change(task.id())
                .hold(Hold.STUCK, "%s; %s is to say what to do".formatted(WHY, run))
                .done();
        session.triages().ask(task.id(), run, failure);
    }

    /// There is no proposal: a person decides without one.
    ///
    /// @param why there is none; null where none was wanted
    static void failed(Session session, Task task, String failure, @Nullable String why) {
        boolean _ = session.triages().move(task.id(), TriageState.ASKED, TriageState.FAILED);
        Settlement.stick(
                session, task, WHY, why == null ? failure : "%s\n\nThere is no proposal: %s.".formatted(failure, why));
    }

    /// @param auto whether what needs no person is done at once
    static void proposed(
            Session session, Task task, StuckTask stuck, TriageProposal proposal, AgentName by, boolean auto) {
        if (!session.triages().propose(task.id(), proposal)) {
            return;
        }
        if (auto && !(proposal instanceof TriageProposal.Ask)) {
            String _ = accept(session, task, proposal);
            return;
        }
        session.inbox()
                .post(new NewInboxItem(
                        InboxType.STUCK,
                        "stuck:" + task.id(),
                        "%s is stuck; %s proposes: %s".formatted(task.id(), by, shortened(proposal.sentence())),
                        body(task, stuck, proposal, by),
                        task.epic(),
                        task.id(),
                        stuck.run(),
                        proposal.kind()));
    }

    private static String body(Task task, StuckTask stuck, TriageProposal proposal, AgentName by) {
        String because = proposal.reason().isEmpty() ? "" : "\n\nWhy: " + proposal.reason();
        String what = switch (proposal) {
            case TriageProposal.Retry retry -> "%s proposes to %s.".formatted(by, retry.sentence());
            case TriageProposal.Ask ask -> "%s asks you: %s".formatted(by, ask.question());
            case TriageProposal.Split split ->
                split.parts().stream()
                        .map(TriageRecords::line)
                        .collect(Collectors.joining(
                                "\n", "%s proposes to give it up for these tasks:\n".formatted(by), ""));
        };
        return "%s\n\n%s: %s\n\n%s%s".formatted(task.title(), WHY, stuck.failure(), what, because);
    }

    private static String line(Part part) {
        return "- %s (%s, %s)%s"
                .formatted(
                        part.title(),
                        part.type().word(),
                        part.complexity().word(),
                        part.description().isEmpty()
                                ? ""
                                : "\n" + part.description().indent(2).stripTrailing());
    }

    private static String shortened(String line) {
        return line.length() <= 120 ? line : line.substring(0, 119) + "…";
    }

    /// Does what was proposed.
    ///
    /// @return what has happened, in one line
    public static String accept(Session session, Task task, TriageProposal proposal) {
        String done = switch (proposal) {
            case TriageProposal.Retry(AgentName agent, String _) -> {
                session.tasks()
                        .change(task.id())
                        .release(Hold.STUCK)
                        .freshBudget()
                        .notBefore(null)
                        .reason(null)
                        .agent(agent)
                        .done();
                yield "%s may go on with %s".formatted(task.id(), agent);
            }
            case TriageProposal.Split(List<Part> parts, String _) -> split(session, task, parts);
            case TriageProposal.Ask _ ->
                throw new IllegalStateException("a question is answered, not accepted: " + task.id());
        };
        boolean _ = session.triages().move(task.id(), TriageState.PROPOSED, TriageState.ACCEPTED);
        session.inbox().of(task.id()).stream()
                .filter(item -> item.actionedAt() == null)
                .map(InboxItem::id)
                .forEach(item -> session.inbox().action(item, "accepted: " + proposal.sentence()));
        return done;
    }

    /// Whoever waits for the task waits for all of its parts instead.
    private static String split(Session session, Task task, List<Part> parts) {
        List<TaskId> added = new ArrayList<>();
        for (Part part : parts) {
            added.add(add(session, task, part, added));
        }
        for (TaskId waiting : session.dependencies().dependants(task.id())) {
            added.forEach(part -> session.dependencies().add(waiting, part));
        }
        String words = added.stream().map(TaskId::value).collect(Collectors.joining(", "));
        session.tasks().move(task.id(), Move.CANCEL, "split into " + words);
        var changes = session.tasks().change(task.id());
        session.tasks().get(task.id()).heldBy().forEach(changes::release);
        changes.done();
        return "%s is split into %s".formatted(task.id(), words);
    }

    private static TaskId add(Session session, Task task, Part part, List<TaskId> before) {
        @Nullable Epic epic = Claims.epicOf(session, task);
        String left =
                task.branch() == null ? "" : " What was done of that is on the branch %s.".formatted(task.branch());
        Task added = session.tasks()
                .add(new NewTask(
                        part.title(),
                        "%s\n\nPart of %s (%s), which several attempts have not settled.%s"
                                .formatted(part.description(), task.id(), task.title(), left)
                                .strip(),
                        part.type(),
                        task.priority(),
                        part.complexity(),
                        task.labels(),
                        part.after().stream().map(before::get).toList(),
                        task.id(),
                        epic == null || epic.approvedAt() != null ? null : epic.id(),
                        null));
        session.triages().addPart(added.id());
        return added.id();
    }
}
