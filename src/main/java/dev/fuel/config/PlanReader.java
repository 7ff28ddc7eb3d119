package dev.fuel.config;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.plan.ProposedPlan;
import dev.fuel.domain.plan.ProposedTask;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a plan of tasks, as a person edits it (YAML) or an agent answers it (JSON, which is YAML too). Everything that
/// is wrong in it is found in one reading, each with its place.
public final class PlanReader {
    private static final int LARGEST = 1_000_000;

    private final Findings findings;
    private final Map<String, Named> named = new LinkedHashMap<>();

    /// A task whose name is known, and where it stands.
    private record Named(ProposedTask task, Position at) {}

    private PlanReader(String file) {
        this.findings = new Findings(file);
    }

    /// @param text the plan
    /// @param name what problems call the file
    public static PlanReading read(String text, String name) {
        var reader = new PlanReader(name);
        try {
            if (text.length() > LARGEST) {
                throw new BadYaml(Position.START, "longer than %,d characters".formatted(LARGEST));
            }
            reader.read(YamlParser.parse(text));
        } catch (BadYaml e) {
            reader.findings.problem(e.at(), String.valueOf(e.getMessage()));
        }
        List<ConfigProblem> problems = reader.findings.problems();
        return problems.isEmpty()
                ? new PlanReading.Usable(new ProposedPlan(
                        reader.named.values().stream().map(Named::task).toList()))
                : new PlanReading.Unusable(problems);
    }

    private void read(YamlNode document) {
        var root = new Section("", document, findings);
        YamlNode tasks = root.take("tasks");
        root.end();
        if (!(tasks instanceof YamlNode.Items(List<YamlNode> nodes, Position at))) {
            findings.problem(
                    tasks == null ? Position.START : tasks.at(),
                    tasks == null ? "it has no tasks" : "tasks must be a list, not " + tasks.kind());
            return;
        }
        if (nodes.isEmpty()) {
            findings.problem(at, "it has no tasks");
        }
        if (nodes.size() > ProposedPlan.MOST_TASKS) {
            findings.problem(
                    at, "it has %,d tasks: at most %d are allowed".formatted(nodes.size(), ProposedPlan.MOST_TASKS));
            return;
        }
        for (int index = 0; index < nodes.size(); index++) {
            task(
                    new Section("task %d".formatted(index + 1), nodes.get(index), findings),
                    nodes.get(index).at());
        }
        checkNames();
    }

    private void task(Section section, Position at) {
        @Nullable String key = section.text("key");
        @Nullable String title = section.text("title");
        String description = section.text("description", "");
        TaskType type = section.word("type", TaskType.class, TaskType.FEATURE);
        Complexity complexity = section.word("complexity", Complexity.class, Complexity.SIMPLE);
        @Nullable Priority priority = priority(section);
        List<String> blockedBy = section.texts("blocked_by");
        section.end();
        if (key == null) {
            findings.problem(at, "a task has no key");
        }
        if (title == null) {
            findings.problem(at, "%s has no title".formatted(key == null ? "a task" : key));
        }
        if (key == null || title == null || priority == null) {
            return;
        }
        try {
            var task = new ProposedTask(
                    key, NewTask.requireTitle(title), description.strip(), type, complexity, priority, blockedBy);
            Named first = named.putIfAbsent(key, new Named(task, at));
            if (first != null) {
                findings.problem(
                        at,
                        "two tasks have the key \"%s\": the first is in line %d"
                                .formatted(key, first.at().line()));
            }
        } catch (Refusal refusal) {
            findings.problem(at, "%s: %s".formatted(key, refusal.getMessage()));
        }
    }

    private @Nullable Priority priority(Section section) {
        @Nullable String text = section.text("priority");
        if (text == null) {
            return Priority.DEFAULT;
        }
        if (text.matches("P?[0-4]")) {
            return new Priority(text.charAt(text.length() - 1) - '0');
        }
        YamlNode node = section.take("priority");
        findings.problem(
                node == null ? Position.START : node.at(),
                "%s must be 0 (most urgent) to 4, not \"%s\"".formatted(section.path("priority"), text));
        return null;
    }

    private void checkNames() {
        Map<String, List<String>> blockers = new LinkedHashMap<>();
        named.forEach((key, each) -> {
            List<String> known = new ArrayList<>();
            for (String blocker : each.task().blockedBy()) {
                if (blocker.equals(key)) {
                    findings.problem(each.at(), "%s waits for itself".formatted(key));
                } else if (named.containsKey(blocker)) {
                    known.add(blocker);
                } else {
                    findings.unknown(each.at(), "task in blocked_by of %s,".formatted(key), blocker, named.keySet());
                }
            }
            blockers.put(key, known);
        });
        List<String> circle = ProposedPlan.circle(blockers);
        if (!circle.isEmpty()) {
            Named first = named.get(circle.getFirst());
            findings.problem(first == null ? Position.START : first.at(), "a circle: " + ProposedPlan.words(circle));
        }
    }
}
