package dev.fuel.consume;

import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.Spending;
import dev.fuel.domain.task.Task;
import dev.fuel.git.Change;
import dev.fuel.git.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The text of the item that asks a person to approve an epic.
final class EpicAccount {
    private static final int MOST_COMMITS = 30;

    private EpicAccount() {}

    /// @param change what its branch adds; null if it has none
    /// @param remark what the person has to know before anything else; may be empty
    /// @param noSummary why there is no summary; null if there is one
    static String of(EpicReport report, @Nullable Change change, String remark, @Nullable String noSummary) {
        Epic epic = report.epic();
        List<String> parts = new ArrayList<>();
        if (!remark.isEmpty()) {
            parts.add(remark);
        }
        parts.add(facts(report, change));
        parts.add("Tasks:\n" + report.tasks().stream().map(EpicAccount::line).collect(Collectors.joining("\n")));
        if (change != null && !change.commits().isEmpty()) {
            parts.add("Commits:\n" + commits(change));
        }
        parts.add(
                noSummary != null || epic.summary() == null
                        ? "There is no summary: " + noSummary + "."
                        : "Summary:\n" + epic.summary());
        parts.add("See `fuel epic:review %s` and `fuel diff %s`.".formatted(epic.id(), epic.id()));
        return String.join("\n\n", parts);
    }

    private static String facts(EpicReport report, @Nullable Change change) {
        Epic epic = report.epic();
        List<String> lines = new ArrayList<>();
        lines.add("%d of %d tasks are closed%s."
                .formatted(
                        epic.tasksClosed(),
                        epic.tasks(),
                        change == null ? "" : "; the work is on " + Repository.branchOf(epic.id())));
        if (change != null) {
            lines.add(change.words() + ".");
        }
        if (!report.agents().isEmpty()) {
            lines.add("Agents: %s. %s."
                    .formatted(
                            report.agents().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                            cost(report.spending())));
        }
        if (!report.checks().isEmpty()) {
            lines.add("Checks: %s.".formatted(String.join("; ", report.checks())));
        }
        return String.join("\n", lines);
    }

    private static String cost(Spending spending) {
        Cost cost = spending.cost();
        String amount = "Cost: " + (cost == null ? "not known" : Cost.words(cost));
        String unknown = spending.unpriced() == 0 || cost == null
                ? ""
                : ", and %d of unknown cost".formatted(spending.unpriced());
        return "%s (%d runs%s)".formatted(amount, spending.runs(), unknown);
    }

    private static String line(Task task) {
        String rounds = switch (task.reviewRounds()) {
            case 0 -> "";
            case 1 -> ", sent back once";
            default -> ", sent back %d times".formatted(task.reviewRounds());
        };
        return "- %s %s (%s%s)".formatted(task.id(), task.title(), task.status().word(), rounds);
    }

    private static String commits(Change change) {
        String shown = change.commits().stream()
                .limit(MOST_COMMITS)
                .map(commit -> "- %s %s".formatted(commit.hash(), commit.subject()))
                .collect(Collectors.joining("\n"));
        int more = change.count() - Math.min(change.commits().size(), MOST_COMMITS);
        return more <= 0 ? shown : "%s\n- and %d more".formatted(shown, more);
    }
}
