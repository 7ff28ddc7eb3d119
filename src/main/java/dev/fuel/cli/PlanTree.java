package dev.fuel.cli;

import dev.fuel.domain.plan.ProposedPlan;
import dev.fuel.domain.plan.ProposedTask;
import java.util.List;
import java.util.stream.Collectors;

/// A proposed plan as a tree: each task below the first of those that it waits for.
final class PlanTree {
    private final ProposedPlan plan;
    private final Output output;

    PlanTree(ProposedPlan plan, Output output) {
        this.plan = plan;
        this.output = output;
    }

    void print() {
        print(below(""), "", "");
    }

    private List<ProposedTask> below(String parent) {
        return plan.tasks().stream()
                .filter(task -> parent.equals(
                        task.blockedBy().isEmpty() ? "" : task.blockedBy().getFirst()))
                .toList();
    }

    private void print(List<ProposedTask> tasks, String indent, String parent) {
        for (int index = 0; index < tasks.size(); index++) {
            ProposedTask task = tasks.get(index);
            boolean last = index == tasks.size() - 1;
            output.line(
                    Role.DIM.of(indent + (last ? "└ " : "├ ")),
                    Role.LINK.of(task.key()),
                    Span.of("  %s  %s".formatted(task.priority(), task.title())),
                    Role.DIM.of("  · %s, %s%s"
                            .formatted(task.type().word(), task.complexity().word(), others(task, parent))));
            print(below(task.key()), indent + (last ? "  " : "│ "), task.key());
        }
    }

    private static String others(ProposedTask task, String parent) {
        String others =
                task.blockedBy().stream().filter(key -> !key.equals(parent)).collect(Collectors.joining(", "));
        return others.isEmpty() ? "" : "; also waits for " + others;
    }
}
