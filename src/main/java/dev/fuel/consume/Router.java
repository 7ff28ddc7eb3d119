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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Chooses the agent of a task: the one whose session it goes on with, the pinned one, else the one that the configured
/// {@link RoutingStrategy} names; then that agent's fallback list while it cannot work.
final class Router {
    private final FuelConfig config;
    private final ZoneId zone;
    private final RoutingStrategy strategy;

    Router(FuelConfig config, ZoneId zone) {
        this.config = config;
        this.zone = zone;
        this.strategy = RoutingStrategy.of(config);
    }

    /// @param running how many runs each agent works on, those about to start included
    Route route(Task task, Snapshot snapshot, Map<AgentName, Integer> running) {
        Function<AgentName, Candidate> asking = asking(task, snapshot, running);
        @Nullable AgentName own = sessionOf(task).orElse(null);
        return switch (firstChoice(task, snapshot, own, asking)) {
            case Choice.First first -> route(first, own, snapshot, asking);
            case Choice.Ask(String reason) -> Route.ofNobody("primary", reason, Route.Question.DUE);
            case Choice.Await(String reason) -> Route.ofNobody("primary", reason, Route.Question.ASKED);
            case Choice.Look(Candidate primary) ->
                new Route(
                        "primary",
                        List.of(primary),
                        List.of(),
                        null,
                        null,
                        "%s is to be asked who should do it".formatted(primary.agent()),
                        Route.Question.NONE);
            case Choice.Nobody(String reason) -> Route.ofNobody("none", reason, Route.Question.NONE);
        };
    }

    /// Who does what is an agent's by its place (the review, a merge): that agent, or who steps in for it. What it
    /// has failed at before is not asked.
    Route routeFrom(String place, AgentName first, Snapshot snapshot, Map<AgentName, Integer> running) {
        Choice.First choice = new Choice.First(place, first, "%s is for %s".formatted(place, first));
        return route(choice, null, snapshot, name -> ask(name, 0, snapshot, running.getOrDefault(name, 0)));
    }

    /// What the agent itself answers, whoever could step in for it.
    Candidate ask(AgentName agent, Snapshot snapshot) {
        return ask(agent, 0, snapshot, Scheduler.running(snapshot).getOrDefault(agent, 0));
    }

    private Route route(
            Choice.First first, @Nullable AgentName own, Snapshot snapshot, Function<AgentName, Candidate> asking) {
        List<Candidate> asked = new ArrayList<>();
        SequencedSet<AgentName> order = order(config, first.agent(), own);
        for (AgentName name : order) {
            Candidate candidate = asking.apply(name).with(first.remarks().get(name));
            asked.add(candidate);
            if (candidate.verdict() == Verdict.FREE) {
                SequencedSet<AgentName> all = new LinkedHashSet<>(order);
                all.addAll(first.others());
                return chosen(name, own, first, asked)
                        .among(all.stream()
                                .skip(asked.size())
                                .map(other ->
                                        asking.apply(other).with(first.remarks().get(other)))
                                .toList());
            }
            if (candidate.verdict() == Verdict.BUSY
                    || candidate.verdict() == Verdict.UNKNOWN
                    || (candidate.verdict() == Verdict.RESTING && name.equals(own) && isWorthTheWait(name, snapshot))) {
                break;
            }
        }
        return new Route(first.strategy(), asked, List.of(), null, null, first.reason(), Route.Question.NONE);
    }

    private static Route chosen(AgentName name, @Nullable AgentName own, Choice.First first, List<Candidate> asked) {
        if (name.equals(own)) {
            String reason = "its session with %s goes on".formatted(name);
            return new Route("session", asked, List.of(), name, null, reason, Route.Question.NONE);
        }
        AgentName fallbackOf = name.equals(first.agent()) ? null : first.agent();
        return new Route(first.strategy(), asked, List.of(), name, fallbackOf, first.reason(), Route.Question.NONE);
    }

    /// A session is waited for unless its agent is away for longer than `limits.max_park`.
    private boolean isWorthTheWait(AgentName own, Snapshot snapshot) {
        Instant back = snapshot.healthOf(own).backoffUntil();
        return back != null && !back.isAfter(snapshot.now().plus(config.limits().maxPark()));
    }

    /// What every agent that the task could go to says to it, also those that {@link #route} need not ask.
    List<Candidate> survey(Task task, Snapshot snapshot, Map<AgentName, Integer> running) {
        Function<AgentName, Candidate> asking = asking(task, snapshot, running);
        @Nullable AgentName own = sessionOf(task).orElse(null);
        SequencedSet<AgentName> all = new LinkedHashSet<>();
        Map<AgentName, String> remarks = new HashMap<>();
        switch (firstChoice(task, snapshot, own, asking)) {
            case Choice.First first -> {
                all.addAll(order(config, first.agent(), own));
                all.addAll(first.others());
                remarks.putAll(first.remarks());
            }
            case Choice.Ask _, Choice.Await _, Choice.Look _ ->
                all.addAll(config.agents().keySet());
            case Choice.Nobody _ -> {}
        }
        return all.stream()
                .map(name -> asking.apply(name).with(remarks.get(name)))
                .toList();
    }

    /// All agents that can have the task now, or as soon as one of their runs has ended.
    List<AgentName> available(Task task, Snapshot snapshot) {
        return new Contest(task, snapshot, asking(task, snapshot, Scheduler.running(snapshot)))
                .available(config.agents().keySet());
    }

    private boolean isWaitedFor(Candidate own, Snapshot snapshot) {
        return Contest.isAvailable(own) || (own.verdict() == Verdict.RESTING && isWorthTheWait(own.agent(), snapshot));
    }

    private Function<AgentName, Candidate> asking(Task task, Snapshot snapshot, Map<AgentName, Integer> running) {
        return name -> ask(name, snapshot.failuresOf(task.id(), name), snapshot, running.getOrDefault(name, 0));
    }

    /// What goes on in a session waits for nobody's word; the map says who steps in should that come to nothing.
    private Choice firstChoice(
            Task task, Snapshot snapshot, @Nullable AgentName own, Function<AgentName, Candidate> asking) {
        if (task.agent() != null && config.agents().containsKey(task.agent())) {
            return new Choice.First("pinned", task.agent(), "the task names " + task.agent());
        }
        Contest contest = new Contest(task, snapshot, asking);
        boolean goesOn = own != null && isWaitedFor(asking.apply(own), snapshot);
        return (goesOn ? new ComplexityMap(config) : strategy).choose(contest);
    }

    /// The agent whose session the task goes on with. What a person has pinned it to since then counts more.
    private Optional<AgentName> sessionOf(Task task) {
        boolean pinnedElsewhere = task.agent() != null && !task.agent().equals(task.goesOnWith());
        return pinnedElsewhere
                ? Optional.empty()
                : Optional.ofNullable(task.goesOnWith())
                        .filter(agent -> config.agents().containsKey(agent));
    }

    /// An agent and who steps in for it.
    ///
    /// @param own comes before it; null if there is none
    static SequencedSet<AgentName> order(FuelConfig config, AgentName first, @Nullable AgentName own) {
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
