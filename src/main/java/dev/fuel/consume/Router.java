package dev.fuel.consume;

import dev.fuel.config.AgentConfig;
import dev.fuel.config.FuelConfig;
import dev.fuel.consume.Route.Candidate;
import dev.fuel.consume.Route.Verdict;
import dev.fuel.domain.agent.AgentCondition;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.task.Task;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Chooses the agent of a task: the one whose session it goes on with, the pinned one, else the configured one for its
/// complexity; then that agent's fallback list while it cannot work.
final class Router {
    private final FuelConfig config;
    private final ZoneId zone;

    Router(FuelConfig config, ZoneId zone) {
        this.config = config;
        this.zone = zone;
    }

    /// @param running how many runs each agent works on, those about to start included
    Route route(Task task, Snapshot snapshot, Map<AgentName, Integer> running) {
        Choice first = firstChoice(task).orElse(null);
        if (first == null) {
            return new Route("none", List.of(), null, null, noAgentWords(task));
        }
        @Nullable AgentName own = sessionOf(task).orElse(null);
        return route(first, own, snapshot, running, name -> snapshot.failuresOf(task.id(), name));
    }

    /// Who does what is an agent's by its place (the review, a merge): that agent, or who steps in for it. What it
    /// has failed at before is not asked.
    Route routeFrom(String place, AgentName first, Snapshot snapshot, Map<AgentName, Integer> running) {
        Choice choice = new Choice(place, first, "%s is for %s".formatted(place, first));
        return route(choice, null, snapshot, running, _ -> 0);
    }

    private Route route(
            Choice first,
            @Nullable AgentName own,
            Snapshot snapshot,
            Map<AgentName, Integer> running,
            ToIntFunction<AgentName> failures) {
        List<Candidate> asked = new ArrayList<>();
        for (AgentName name : order(first.agent(), own)) {
            Candidate candidate = ask(name, failures.applyAsInt(name), snapshot, running.getOrDefault(name, 0));
            asked.add(candidate);
            if (candidate.verdict() == Verdict.FREE) {
                return chosen(name, own, first, asked);
            }
            if (candidate.verdict() == Verdict.BUSY
                    || candidate.verdict() == Verdict.UNKNOWN
                    || (candidate.verdict() == Verdict.RESTING && name.equals(own) && isWorthTheWait(name, snapshot))) {
                break;
            }
        }
        return new Route(first.strategy(), asked, null, null, first.reason());
    }

    private static Route chosen(AgentName name, @Nullable AgentName own, Choice first, List<Candidate> asked) {
        if (name.equals(own)) {
            return new Route("session", asked, name, null, "its session with %s goes on".formatted(name));
        }
        AgentName fallbackOf = name.equals(first.agent()) ? null : first.agent();
        return new Route(first.strategy(), asked, name, fallbackOf, first.reason());
    }

    /// A session is waited for unless its agent is away for longer than `limits.max_park`.
    private boolean isWorthTheWait(AgentName own, Snapshot snapshot) {
        Instant back = snapshot.healthOf(own).backoffUntil();
        return back != null && !back.isAfter(snapshot.now().plus(config.limits().maxPark()));
    }

    /// What every agent that the task could go to says to it, also those that {@link #route} need not ask.
    List<Candidate> survey(Task task, Snapshot snapshot, Map<AgentName, Integer> running) {
        return firstChoice(task)
                .map(first -> order(first.agent(), sessionOf(task).orElse(null)).stream()
                        .map(name -> ask(
                                name, snapshot.failuresOf(task.id(), name), snapshot, running.getOrDefault(name, 0)))
                        .toList())
                .orElse(List.of());
    }

    private String noAgentWords(Task task) {
        return config.agents().isEmpty()
                ? "no agents are configured: add one under agents: in .fuel/config.yaml"
                : "no agent is configured for %s tasks: set primary: or complexity: in .fuel/config.yaml"
                        .formatted(task.complexity().word());
    }

    private record Choice(String strategy, AgentName agent, String reason) {}

    private Optional<Choice> firstChoice(Task task) {
        if (task.agent() != null && config.agents().containsKey(task.agent())) {
            return Optional.of(new Choice("pinned", task.agent(), "the task names " + task.agent()));
        }
        String complexity = task.complexity().word();
        return config.agentFor(task.complexity())
                .map(name -> new Choice("complexity", name, "%s tasks go to %s".formatted(complexity, name)));
    }

    /// The agent whose session the task goes on with. What a person has pinned it to since then counts more.
    private Optional<AgentName> sessionOf(Task task) {
        boolean pinnedElsewhere = task.agent() != null && !task.agent().equals(task.goesOnWith());
        return pinnedElsewhere
                ? Optional.empty()
                : Optional.ofNullable(task.goesOnWith())
                        .filter(agent -> config.agents().containsKey(agent));
    }

    private SequencedSet<AgentName> order(AgentName first, @Nullable AgentName own) {
        SequencedSet<AgentName> order = new LinkedHashSet<>();
        if (own != null) {
            order.add(own);
        }
        order.add(first);
        AgentConfig agent = config.agents().get(first);
        if (agent != null) {
            order.addAll(agent.fallback());
        }
        return order;
    }

    private Candidate ask(AgentName name, int failures, Snapshot snapshot, int running) {
        AgentConfig agent = config.agents().get(name);
        if (agent == null) {
            return new Candidate(name, Verdict.STOPPED, "it is not in the configuration");
        }
        if (failures >= agent.maxAttempts()) {
            return new Candidate(name, Verdict.USED_UP, "it has failed %d times at this task".formatted(failures));
        }
        ProgramStanding program = snapshot.programOf(name);
        AgentCondition condition = AgentCondition.of(snapshot.healthOf(name), program.objection(), snapshot.now());
        String words = condition.sentence(snapshot.now(), zone);
        if (!condition.canWork()) {
            return new Candidate(name, condition.until() == null ? Verdict.STOPPED : Verdict.RESTING, words);
        }
        if (condition instanceof AgentCondition.Probing && running > 0) {
            return new Candidate(name, Verdict.BUSY, words);
        }
        if (running >= agent.maxConcurrent()) {
            return new Candidate(name, Verdict.BUSY, "%d of %d runs".formatted(running, agent.maxConcurrent()));
        }
        return program instanceof ProgramStanding.Unknown
                ? new Candidate(name, Verdict.UNKNOWN, "its program is looked at first")
                : new Candidate(name, Verdict.FREE, "free");
    }
}
