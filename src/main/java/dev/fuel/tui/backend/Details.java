package dev.fuel.tui.backend;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.agent.RoutingDecision;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.RunFilter;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import dev.fuel.store.TaskFilter;
import dev.fuel.tui.state.Copyable;
import dev.fuel.tui.state.TaskDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Everything about one task or inbox item, as paragraphs.
final class Details {
    private Details() {}

    static TaskDetail of(Store store, Identifier id) {
        return store.read(session -> switch (id) {
            case TaskId task -> task(session, session.tasks().get(task));
            case EpicId epic -> epic(session, session.epics().get(epic));
            case InboxId item -> item(session.inbox().get(item));
            case BacklogReader.IdeaId idea ->
                throw new Refusal(
                        "no_detail",
                        "%s is an idea: `fuel promote %s` makes a task of it".formatted(idea.value(), idea.value()));
            default -> throw new Refusal("no_detail", "there is nothing to show of %s".formatted(id.value()));
        });
    }

    /// What a person may want to paste elsewhere, the links in what it says last.
    static List<Copyable> copies(Store store, Identifier id) {
        List<Copyable> copies = new ArrayList<>(named(store, id));
        if (!(id instanceof BacklogReader.IdeaId)) {
            Links.in(of(store, id).lines()).forEach(link -> copies.add(new Copyable("link", link)));
        }
        return copies;
    }

    private static List<Copyable> named(Store store, Identifier id) {
        return store.read(session -> {
            List<Copyable> copies = new ArrayList<>();
            copies.add(new Copyable("id", id.value()));
            if (id instanceof InboxId item) {
                InboxItem found = session.inbox().get(item);
                copies.add(new Copyable("text", found.title() + "\n\n" + found.body()));
            }
            if (id instanceof TaskId task) {
                copies.addAll(ofTask(session, session.tasks().get(task)));
            }
            return copies;
        });
    }

    private static List<Copyable> ofTask(Session session, Task task) {
        List<Copyable> copies = new ArrayList<>();
        copies.add(new Copyable("title", task.title()));
        if (task.branch() != null) {
            copies.add(new Copyable("branch", task.branch()));
        }
        if (task.commit() != null) {
            copies.add(new Copyable("commit", task.commit()));
        }
        session.runs().list(RunFilter.ofTask(task.id())).stream().findFirst().ifPresent(run -> {
            copies.add(new Copyable("run", run.id().value()));
            if (run.workspacePath() != null) {
                copies.add(new Copyable("folder", run.workspacePath()));
            }
            if (run.sessionId() != null) {
                copies.add(new Copyable("session", run.sessionId()));
            }
        });
        return copies;
    }

    private static TaskDetail task(Session session, Task task) {
        List<String> lines = new ArrayList<>();
        lines.add("%s, %s, %s, %s"
                .formatted(
                        task.status().word().replace('_', ' '),
                        task.type().word(),
                        task.priority(),
                        task.complexity().word()));
        add(lines, "", task.reason());
        add(lines, "epic ", task.epic());
        add(lines, "branch ", task.branch());
        add(lines, "commit ", task.commit());
        session.workspaces()
                .overlaps(List.of(task.id()))
                .values()
                .forEach(overlaps -> overlaps.forEach(overlap -> lines.add(overlap.words())));
        add(lines, "waits for ", joined(session.dependencies().blockers(task.id())));
        add(lines, "blocks ", joined(session.dependencies().dependants(task.id())));
        if (!task.description().isBlank()) {
            lines.add("");
            lines.add(task.description());
        }
        if (task.lastReviewIssues() != null) {
            lines.add("");
            lines.add("What must be mended");
            lines.add(task.lastReviewIssues());
        }
        session.inbox().of(task.id()).stream()
                .filter(item -> item.actionedAt() == null)
                .forEach(item -> lines.addAll(List.of("", item.title(), item.body())));
        session.reviews().lastOf(task.id()).ifPresent(review -> {
            lines.add("");
            lines.add("Checks: " + review.status().word());
            review.checks()
                    .forEach(check -> lines.add("  %s %s: %s"
                            .formatted(check.name(), check.outcome().word(), check.detail())));
        });
        lines.addAll(routing(session, task.id()));
        List<Run> runs = session.runs().list(RunFilter.ofTask(task.id()));
        if (!runs.isEmpty()) {
            lines.add("");
            lines.add("Runs, latest first");
            runs.forEach(run -> lines.add("  " + run(run)));
            add(lines, "", runs.getFirst().finalText());
        }
        return new TaskDetail(
                task.id(),
                task.title(),
                lines,
                runs.isEmpty() ? null : runs.getFirst().id());
    }

    /// Who got it last, why, and why not the others.
    private static List<String> routing(Session session, TaskId task) {
        List<RoutingDecision> decisions = session.routing().of(task);
        List<String> lines = new ArrayList<>();
        if (!decisions.isEmpty()) {
            RoutingDecision last = decisions.getFirst();
            lines.addAll(List.of("", "Went " + last.sentence()));
            last.candidates().forEach(candidate -> lines.add("  " + candidate.sentence()));
        }
        return lines;
    }

    private static TaskDetail epic(Session session, Epic epic) {
        List<String> lines = new ArrayList<>();
        lines.add("%s, %d of %d tasks done"
                .formatted(epic.status().word().replace('_', ' '), epic.tasksClosed(), epic.tasks()));
        add(lines, "branch ", epic.branch());
        add(lines, "lands on ", epic.baseBranch());
        if (!epic.description().isBlank()) {
            lines.addAll(List.of("", epic.description()));
        }
        lines.addAll(List.of("", "Tasks"));
        session.tasks()
                .list(TaskFilter.ofEpic(epic.id()))
                .forEach(task -> lines.add("  %s %s (%s)"
                        .formatted(task.id(), task.title(), task.status().word().replace('_', ' '))));
        lines.addAll(List.of("", "D shows what they change, together."));
        return new TaskDetail(epic.id(), epic.title(), lines, null);
    }

    private static String run(Run run) {
        String ended = run.errorType() == null
                ? run.status().word()
                : "%s: %s".formatted(run.errorType().word().replace('_', ' '), run.errorMessage());
        String duration =
                run.duration() == null ? "" : " %ds".formatted(run.duration().toSeconds());
        String who = run.agent() == null ? run.kind().word() : run.agent().value();
        return "%s %s, attempt %d%s, %s".formatted(run.id(), who, run.attempt(), duration, ended);
    }

    private static TaskDetail item(InboxItem item) {
        List<String> lines = new ArrayList<>(List.of(item.type().word().replace('_', ' '), "", item.body(), ""));
        item.actions().forEach(action -> lines.add("fuel inbox:act %s %s".formatted(item.id(), action.usage())));
        return new TaskDetail(item.id(), item.title(), lines, item.run());
    }

    private static void add(List<String> lines, String label, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            lines.add(label + value);
        }
    }

    private static String joined(List<TaskId> ids) {
        return ids.stream().map(TaskId::value).collect(Collectors.joining(", "));
    }
}
