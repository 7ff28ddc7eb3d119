package dev.fuel.tui.backend;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.RunFilter;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
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
            case InboxId item -> item(session.inbox().get(item));
            default -> throw new Refusal("no_detail", "there is nothing to show of %s".formatted(id.value()));
        });
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
        List<String> lines = new ArrayList<>(List.of(item.type().word().replace('_', ' '), "", item.body()));
        lines.add("");
        lines.add(CardReader.answer(item));
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
