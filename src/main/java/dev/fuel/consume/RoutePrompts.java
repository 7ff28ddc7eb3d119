package dev.fuel.consume;

import dev.fuel.agents.RoutingReading;
import dev.fuel.config.AgentConfig;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.PassHistory;
import dev.fuel.domain.agent.RoutingProposal;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.prompt.Prompts;
import dev.fuel.store.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the primary is asked who should do what with.
final class RoutePrompts {
    private static final int LONGEST_DESCRIPTION = 2_000;

    private final Prompts prompts;

    RoutePrompts(Ground ground) {
        this.prompts = new Prompts(ground.fuelDirectory().resolve("prompts"));
    }

    /// @param unclear the question before, whose answer could not be read; null for a first one
    record Facts(String agents, String tasks, @Nullable Run unclear, String schema) {}

    Facts facts(Session session, Run run, FuelConfig config) {
        List<RoutingProposal> asked = session.proposals().open().stream()
                .filter(proposal -> run.id().equals(proposal.run()))
                .toList();
        TreeSet<String> offered = new TreeSet<>();
        asked.forEach(proposal -> offered.addAll(RoutingProposal.names(proposal.offered())));
        List<TaskId> ids = asked.stream().map(RoutingProposal::task).toList();
        Map<TaskId, Task> tasks = session.tasks().list(ids).stream().collect(Collectors.toMap(Task::id, task -> task));
        Map<AgentName, Integer> running = Scheduler.running(session.runs().running());
        PassHistory history = session.passHistory();
        return new Facts(
                offered.stream()
                        .map(name -> config.agents().get(new AgentName(name)))
                        .filter(agent -> agent != null)
                        .map(agent -> agent(agent, running.getOrDefault(agent.name(), 0), history))
                        .collect(Collectors.joining("\n")),
                asked.stream()
                        .map(proposal -> task(session, tasks.get(proposal.task()), proposal, offered))
                        .collect(Collectors.joining("\n\n")),
                run.resumedFrom() == null ? null : session.runs().get(run.resumedFrom()),
                RoutingReading.schema(ids.stream().map(TaskId::value).toList(), offered));
    }

    String prompt(Facts facts) {
        return prompts.route(new Prompts.RouteFacts(
                facts.agents(),
                facts.tasks(),
                facts.unclear() == null ? null : facts.unclear().errorMessage()));
    }

    private static String agent(AgentConfig agent, int running, PassHistory history) {
        List<String> facts = new ArrayList<>();
        if (!agent.description().isBlank()) {
            facts.add(agent.description().strip());
        }
        if (agent.model() != null) {
            facts.add("model " + agent.model());
        }
        facts.add("%d of %d runs taken".formatted(running, agent.maxConcurrent()));
        for (Complexity complexity : Complexity.values()) {
            history.ofComplexity(agent.name(), complexity)
                    .ifPresent(rate -> facts.add("%s tasks: %s pass at the first review%s"
                            .formatted(
                                    complexity.word(),
                                    String.format(Locale.ROOT, "%.0f %%", 100 * rate.mean()),
                                    rate.costUsd() == null
                                            ? ""
                                            : String.format(Locale.ROOT, ", $%.2f each", rate.costUsd()))));
        }
        return "- %s: %s".formatted(agent.name(), String.join("; ", facts));
    }

    private static String task(Session session, @Nullable Task task, RoutingProposal proposal, SortedSet<String> all) {
        if (task == null) {
            return "";
        }
        @Nullable Epic epic = Claims.epicOf(session, task);
        TreeSet<String> not = new TreeSet<>(all);
        not.removeAll(RoutingProposal.names(proposal.offered()));
        StringBuilder text = new StringBuilder("### %s: %s\n\nType %s, complexity %s."
                .formatted(
                        task.id(),
                        task.title(),
                        task.type().word(),
                        task.complexity().word()));
        if (epic != null) {
            text.append(" Part of the epic \"%s\".".formatted(epic.title()));
        }
        if (!not.isEmpty()) {
            text.append(" Not for %s any more.".formatted(String.join(", ", not)));
        }
        String description = task.description().strip();
        if (!description.isEmpty()) {
            text.append("\n\n")
                    .append(
                            description.length() <= LONGEST_DESCRIPTION
                                    ? description
                                    : description.substring(0, LONGEST_DESCRIPTION) + "…");
        }
        if (task.lastReviewIssues() != null) {
            text.append("\n\nTo be mended: ").append(RunOutcomes.firstLine(task.lastReviewIssues()));
        }
        return text.toString();
    }
}
