package dev.fuel.app;

import dev.fuel.consume.Attachments;
import dev.fuel.domain.Identifier;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.git.Holdings;
import dev.fuel.git.Worktrees;
import dev.fuel.store.IdKind;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import dev.fuel.store.TaskFilter;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Throws worktrees and branches away, because a person says so. What they hold is kept under a reference first; their
/// tasks start afresh.
///
/// A task is held while that is done, so that no run starts on what is being removed. Cut off at any point it can be
/// given again; a task may then still be held by the person.
public final class DiscardActions {
    /// How the references end.
    static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Project project;
    private final Caller caller;

    public DiscardActions(Project project, Caller caller) {
        this.project = project;
        this.caller = caller;
    }

    /// What would go. An epic goes with the workspaces of its tasks.
    ///
    /// @param references beginnings of ids of tasks and epics
    /// @throws Refusal if one is unknown, is being worked on, or has no worktree and no branch
    public List<Stake> examine(List<String> references) {
        caller.requirePerson("discard work");
        Worktrees worktrees = new Worktrees(GitRepository.require(project, "discard"));
        List<Identifier> named = project.store()
                .read(session -> references.stream()
                        .map(reference -> session.ids().resolve(reference, IdKind.TASK, IdKind.EPIC))
                        .distinct()
                        .toList());
        List<Stake> stakes = new ArrayList<>();
        for (Identifier one : named) {
            List<Stake> found = project.store().read(session -> withTasks(session, one)).stream()
                    .flatMap(id -> stake(worktrees, id))
                    .toList();
            if (found.isEmpty()) {
                throw new Refusal(
                        "nothing_to_discard",
                        "%s has no worktree and no branch: nothing to discard".formatted(one.value()));
            }
            stakes.addAll(found);
        }
        List<Stake> distinct = stakes.stream().distinct().toList();
        project.store().read(session -> {
            distinct.forEach(stake -> requireIdle(session, stake.of()));
            return true;
        });
        return distinct;
    }

    /// Throws away what {@link #examine} found.
    ///
    /// @throws Refusal if it is being worked on meanwhile
    public List<Discarded> discard(List<Stake> stakes) {
        caller.requirePerson("discard work");
        Worktrees worktrees = new Worktrees(GitRepository.require(project, "discard"));
        return stakes.stream().map(stake -> discard(worktrees, stake)).toList();
    }

    private static List<Identifier> withTasks(Session session, Identifier id) {
        if (!(id instanceof EpicId epic)) {
            return List.of(id);
        }
        TaskFilter ofEpic = new TaskFilter(Set.of(), epic, null, null, null, Integer.MAX_VALUE);
        return Stream.concat(
                        Stream.of(id), session.tasks().list(ofEpic).stream().map(Task::id))
                .toList();
    }

    private Stream<Stake> stake(Worktrees worktrees, Identifier id) {
        Holdings holdings = worktrees.holdings(place(id), branch(id));
        return holdings.exists()
                ? Stream.of(
                        new Stake(id, holdings.commits(), holdings.uncommitted().size()))
                : Stream.empty();
    }

    private Discarded discard(Worktrees worktrees, Stake stake) {
        Store store = project.store();
        boolean held = store.writeDurably(caller.actor(), session -> hold(session, stake.of()));
        String name = stake.of().value() + "/" + INSTANT.format(project.clock().instant());
        List<String> keptAs = worktrees.discard(place(stake.of()), branch(stake.of()), name);
        store.changeDurably(caller.actor(), session -> {
            forget(session, stake.of(), held);
            session.events()
                    .add(
                            stake.of().value(),
                            "work_discarded",
                            stake.words() + "; kept as " + String.join(", ", keptAs));
        });
        return new Discarded(stake, keptAs);
    }

    private static void requireIdle(Session session, Identifier id) {
        switch (id) {
            case TaskId task -> requireIdle(session, session.tasks().get(task));
            case EpicId epic -> requireIdle(session, session.epics().get(epic));
            default -> throw new IllegalStateException("neither a task nor an epic: " + id);
        }
    }

    private static void requireIdle(Session session, Task task) {
        TaskMoves.refuseWhileRunning(session, task.id(), "discard");
        session.attachments().of(task.id()).filter(Attachments::isOpen).ifPresent(open -> {
            throw new Refusal(
                    "attached",
                    "cannot discard %s: it is attached by process %d; leave that first"
                            .formatted(task.id(), open.holder().pid()));
        });
        if (task.status() == TaskStatus.REVIEW && task.heldBy().isEmpty()) {
            throw new Refusal(
                    "in_review",
                    "cannot discard %s: it is in review; give it up first with `fuel cancel %s`"
                            .formatted(task.id(), task.id()));
        }
    }

    private static void requireIdle(Session session, Epic epic) {
        session.runs().running().stream()
                .filter(run -> epic.id().equals(run.epic()))
                .findFirst()
                .ifPresent(run -> {
                    throw new Refusal(
                            "run_at_work",
                            "cannot discard %s: %s works on it; stop that first with `fuel run:kill %s`"
                                    .formatted(epic.id(), run.id(), run.id()));
                });
    }

    /// @return whether it was not held before
    private static boolean hold(Session session, Identifier id) {
        requireIdle(session, id);
        return switch (id) {
            case TaskId task -> {
                Task before = session.tasks().get(task);
                boolean free = !before.status().isEnded() && !before.heldBy().contains(Hold.PERSON);
                if (free) {
                    session.tasks().change(task).hold(Hold.PERSON, "its work is being discarded");
                }
                yield free;
            }
            case EpicId epic -> {
                boolean free = !session.epics().get(epic).heldBy().contains(Hold.PERSON);
                session.epics().hold(epic, Hold.PERSON);
                yield free;
            }
            default -> throw new IllegalStateException("neither a task nor an epic: " + id);
        };
    }

    private static void forget(Session session, Identifier id, boolean held) {
        switch (id) {
            case TaskId task -> forget(session, session.tasks().get(task), held);
            case EpicId epic -> {
                session.epics().setBranch(epic, null);
                if (held) {
                    session.epics().release(epic, Hold.PERSON);
                }
            }
            default -> throw new IllegalStateException("neither a task nor an epic: " + id);
        }
    }

    private static void forget(Session session, Task task, boolean held) {
        var changes = session.tasks().change(task.id()).branch(null);
        session.workspaces().replace(task.id(), List.of());
        if (task.status().isEnded()) {
            return;
        }
        String reason = "its work was discarded: it starts afresh";
        changes.baseCommit(null)
                .commit(null)
                .goesOnWith(null)
                .lastReviewIssues(null)
                .reason(reason);
        if (task.status() == TaskStatus.REVIEW) {
            session.tasks().move(task.id(), Move.SEND_BACK, reason);
            changes.release(Hold.MERGE);
        }
        if (held) {
            changes.release(Hold.PERSON);
        }
        OpenItems.of(session, task.id()).stream()
                .filter(item -> item.type() == InboxType.MERGE_CONFLICT || item.type() == InboxType.MERGE_BLOCKED)
                .forEach(item -> session.inbox().action(item.id(), "discarded"));
    }

    private Path place(Identifier id) {
        return project.folder().resolve("worktrees").resolve(id.value());
    }

    private static String branch(Identifier id) {
        return "fuel/" + id.value();
    }
}
