package dev.fuel.tui.backend;

import dev.fuel.app.BacklogActions;
import dev.fuel.app.Caller;
import dev.fuel.app.ComingTime;
import dev.fuel.app.EpicActions;
import dev.fuel.app.HealthActions;
import dev.fuel.app.InboxActions;
import dev.fuel.app.InboxDecisions;
import dev.fuel.app.OutwardActs;
import dev.fuel.app.PauseActions;
import dev.fuel.app.Project;
import dev.fuel.app.RunActions;
import dev.fuel.app.TaskActions;
import dev.fuel.app.TaskChange;
import dev.fuel.app.TaskMoves;
import dev.fuel.domain.Actor;
import dev.fuel.domain.Identifier;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.Request;
import dev.fuel.domain.TimeWords;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.domain.request.RequestKind;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.tui.state.Change;
import dev.fuel.tui.state.Made;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the changes that a person asks for on the screen, by the same acts as the commands, and says what takes each
/// back.
final class PersonsChanges {
    private final Project project;
    private final Caller person;
    private final Dispatcher dispatcher;

    PersonsChanges(Project project, Caller person, Dispatcher dispatcher) {
        this.project = project;
        this.person = person;
        this.dispatcher = dispatcher;
    }

    Made make(Change change) {
        return switch (change) {
            case Change.SetPaused(boolean paused) -> {
                dispatcher.setPaused(paused);
                yield new Made(paused ? "paused: nothing new starts" : "work starts", new Change.SetPaused(!paused));
            }
            case Change.AddTask(NewTask task) -> {
                TaskId added = project.store()
                        .writeDurably(
                                Actor.HUMAN,
                                session -> session.tasks().add(task).id());
                yield new Made("added " + added, new Change.Cancel(added));
            }
            case Change.StopRun(RunId run) -> {
                project.store()
                        .changeDurably(
                                Actor.HUMAN,
                                session ->
                                        session.requests().post(RequestKind.STOP_RUN.word(), run.value(), null, null));
                yield new Made("stopping " + run, null);
            }
            case Change.Decide decide -> decide(decide);
            case Change.Hold(Identifier target, boolean held) -> hold(target, held);
            case Change.ToggleHold(Identifier target) -> hold(target, !isHeld(target));
            case Change.Together(List<Change> changes) -> together(changes);
            case Change.AddEpic(String title, String description) -> {
                Epic epic = epics().add(title, description, project.baseBranch());
                yield new Made("added %s".formatted(epic.id()), null);
            }
            case Change.EditEpic edit -> {
                Epic before = project.store().read(session -> session.epics().get(edit.epic()));
                epics().update(edit.epic().value(), edit.title(), edit.description());
                yield new Made(
                        "%s is changed".formatted(edit.epic()),
                        new Change.EditEpic(edit.epic(), before.title(), before.description()));
            }
            case Change.StartNow(TaskId task) -> {
                new RunActions(project, person).startNow(task.value());
                yield new Made("%s starts as soon as there is room".formatted(task), null);
            }
            case Change.Prioritise prioritise -> prioritise(prioritise);
            case Change.Edit edit -> edit(edit);
            case Change.Cancel(TaskId task) -> cancel(task);
            case Change.Reopen(TaskId task) -> reopen(task);
            case Change.Retry retry -> delayed(retry, acts().retry(retry.task(), retry.agent()));
            case Change.Message message -> delayed(message, acts().message(message.task(), message.text()));
            case Change.TakeBack(long request, Change act) -> {
                acts().takeBack(request);
                yield new Made("taken back: %s".formatted(act.words()), act);
            }
            case Change.Snooze snooze -> snooze(snooze);
            case Change.Finish(TaskId task) -> {
                moves().done(List.of(task.value()), null, null, false);
                yield new Made("%s is closed".formatted(task), new Change.Reopen(task));
            }
            case Change.TakeOver(TaskId task) -> {
                moves().start(task.value());
                yield new Made("%s is yours; close it with m f".formatted(task), null);
            }
            case Change.Defer(TaskId task) -> {
                var deferred = new BacklogActions(project, person).defer(List.of(task.value()));
                String item = deferred.getFirst().item().id();
                yield new Made("%s is in the backlog as %s".formatted(task, item), null);
            }
            case Change.PauseAgent(AgentName agent, boolean paused) -> {
                new HealthActions(project, person).setPaused(agent, paused);
                String words = paused ? "%s is paused: it starts nothing new" : "%s may work again";
                yield new Made(words.formatted(agent), new Change.PauseAgent(agent, !paused));
            }
            case Change.ResetAgent reset -> {
                new HealthActions(project, person).reset(List.of(reset.agent()));
                yield new Made("%s may work again".formatted(reset.agent()), null);
            }
        };
    }

    /// It is only asked for, and happens when its grace is over.
    private static Made delayed(Change act, Request request) {
        return new Made("asked for", new Change.TakeBack(request.id(), act), List.of(request.id()));
    }

    private Made snooze(Change.Snooze snooze) {
        Instant now = project.clock().instant();
        ZoneId zone = ZoneId.systemDefault();
        @Nullable Instant until = snooze.isEnd() ? null : ComingTime.parse(snooze.when(), now, zone);
        var inbox = new InboxActions(project.store(), person);
        String before = Optional.ofNullable(inbox.item(snooze.item().value()).snoozedUntil())
                .filter(now::isBefore)
                .map(time -> time.atZone(zone).toLocalDateTime().toString())
                .orElse(Change.Snooze.NOW);
        inbox.snooze(snooze.item().value(), until);
        String words = until == null ? "waits again" : "comes back " + TimeWords.at(until, now, zone);
        return new Made("%s %s".formatted(snooze.item(), words), new Change.Snooze(snooze.item(), before));
    }

    private Made decide(Change.Decide decide) {
        if (OutwardActs.isOutward(decide.action())) {
            return delayed(decide, acts().decide(decide.item(), decide.action(), decide.text()));
        }
        @Nullable
        TaskId task = project.store()
                .read(session -> session.inbox().get(decide.item()).task());
        var decided = new InboxDecisions(project, person).act(decide.item().value(), decide.action(), decide.text());
        boolean ended = decide.action() == InboxAction.CANCEL || decide.action() == InboxAction.DONE;
        return new Made(decided.outcome(), ended && task != null ? new Change.Reopen(task) : null);
    }

    private Made hold(Identifier target, boolean held) {
        var pauses = new PauseActions(project.store(), person);
        List<String> reference = List.of(target.value());
        var _ = held ? pauses.hold(reference, null) : pauses.release(reference);
        String words = held ? "%s is paused: nothing new starts on it" : "%s may go on";
        return new Made(words.formatted(target.value()), new Change.Hold(target, !held));
    }

    private boolean isHeld(Identifier target) {
        return target instanceof EpicId epic
                ? project.store().read(session -> session.epics().get(epic)).held()
                : task((TaskId) target).heldBy().contains(Hold.PERSON);
    }

    /// As many as are possible; the first refusal is told if none is.
    private Made together(List<Change> changes) {
        List<Made> made = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        for (Change change : changes) {
            try {
                made.add(make(change));
            } catch (Refusal refusal) {
                refused.add(refusal);
            }
        }
        if (made.isEmpty()) {
            throw refused.getFirst();
        }
        List<Change> inverses = made.reversed().stream()
                .flatMap(each -> Stream.ofNullable(each.inverse()))
                .toList();
        String words = refused.isEmpty()
                ? "done for all %d".formatted(made.size())
                : "done for %d, not for %d: %s"
                        .formatted(
                                made.size(), refused.size(), refused.getFirst().getMessage());
        return new Made(
                words,
                inverses.isEmpty() ? null : new Change.Together(inverses),
                made.stream().flatMap(each -> each.acts().stream()).toList());
    }

    private Made prioritise(Change.Prioritise change) {
        Task before = task(change.task());
        var wanted = new TaskChange(
                null,
                null,
                null,
                change.priority(),
                null,
                null,
                null,
                Collections.emptySortedSet(),
                Collections.emptySortedSet());
        tasks().update(change.task().value(), wanted);
        return new Made(
                "%s is %s".formatted(change.task(), change.priority()),
                new Change.Prioritise(change.task(), before.priority()));
    }

    /// Only what differs is changed: what somebody else has changed in the meantime stays.
    private Made edit(Change.Edit edit) {
        NewTask before = draft(edit.task());
        NewTask draft = edit.draft();
        var wanted = new TaskChange(
                ifOther(before.title(), draft.title()),
                ifOther(before.description(), draft.description()),
                ifOther(before.type(), draft.type()),
                ifOther(before.priority(), draft.priority()),
                ifOther(before.complexity(), draft.complexity()),
                ifOther(orNone(before.epic()), orNone(draft.epic())),
                ifOther(orNone(before.agent()), orNone(draft.agent())),
                Collections.emptySortedSet(),
                Collections.emptySortedSet());
        if (wanted.isEmpty()) {
            return new Made("%s stays as it is".formatted(edit.task()), null);
        }
        tasks().update(edit.task().value(), wanted);
        return new Made("%s is changed".formatted(edit.task()), new Change.Edit(edit.task(), before));
    }

    /// What a form shows of the task.
    NewTask draft(TaskId id) {
        Task task = task(id);
        return new NewTask(
                task.title(),
                task.description(),
                task.type(),
                task.priority(),
                task.complexity(),
                task.labels(),
                List.of(),
                null,
                task.epic(),
                task.agent());
    }

    private Made cancel(TaskId task) {
        var cancelled = moves().cancel(List.of(task.value()), null).getFirst();
        String stopping = cancelled.stopping().isPresent() ? ", its run is being stopped" : "";
        return new Made("%s is cancelled%s".formatted(task, stopping), new Change.Reopen(task));
    }

    private Made reopen(TaskId id) {
        TaskStatus before = task(id).status();
        var reopened = moves().reopen(List.of(id.value()), null).getFirst();
        TaskId open = reopened.task().id();
        Change inverse = before == TaskStatus.CLOSED ? new Change.Finish(open) : new Change.Cancel(open);
        return new Made("%s is open again".formatted(open), inverse);
    }

    private static <T> @Nullable T ifOther(T before, T wanted) {
        return before.equals(wanted) ? null : wanted;
    }

    private static String orNone(@Nullable Object id) {
        return id == null ? TaskChange.NONE : Objects.toString(id);
    }

    private Task task(TaskId id) {
        return project.store().read(session -> session.tasks().get(id));
    }

    private TaskActions tasks() {
        return new TaskActions(project.store(), person);
    }

    private EpicActions epics() {
        return new EpicActions(project.store(), person);
    }

    private OutwardActs acts() {
        return new OutwardActs(project, person);
    }

    private TaskMoves moves() {
        return new TaskMoves(project.store(), person);
    }
}
