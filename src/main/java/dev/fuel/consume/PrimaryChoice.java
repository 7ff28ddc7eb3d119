package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.consume.Route.Candidate;
import dev.fuel.consume.Route.Verdict;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.RoutingProposal;
import dev.fuel.domain.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;

/// The agent that the primary names, among all that can work. Whatever keeps it from an answer that can be used leaves
/// the task to the map, with the reason.
record PrimaryChoice(FuelConfig config) implements RoutingStrategy {
    private static final String STRATEGY = "primary";

    @Override
    public Choice choose(Contest contest) {
        Optional<AgentName> worn = wornOut(contest);
        if (worn.isPresent()) {
            return new Choice.First(STRATEGY, worn.get(), "it was for %s".formatted(worn.get()));
        }
        RoutingProposal proposal =
                contest.snapshot().memory().proposals().get(contest.task().id());
        if (proposal == null) {
            return unasked(contest);
        }
        if (proposal.isAwaited(contest.snapshot().now())) {
            return new Choice.Await("%s is asked who should do it".formatted(primary()));
        }
        AgentName agent = proposal.agent();
        if (proposal.isOpen()) {
            return byMap(contest.task(), "%s has not answered in time".formatted(primary()));
        }
        if (agent == null) {
            return byMap(contest.task(), Objects.requireNonNull(proposal.reasoning()));
        }
        if (!config.agents().containsKey(agent) || contest.ask(agent).verdict() == Verdict.USED_UP) {
            return byMap(contest.task(), "%s has named %s, which cannot have it any more".formatted(primary(), agent));
        }
        return new Choice.First(
                STRATEGY,
                agent,
                "%s says: %s".formatted(primary(), proposal.reasoning()),
                List.copyOf(config.agents().keySet()),
                Map.of());
    }

    private Choice unasked(Contest contest) {
        List<AgentName> available = contest.available(config.agents().keySet());
        if (available.isEmpty()) {
            return byMap(contest.task(), "no agent can work");
        }
        if (available.size() == 1) {
            AgentName only = available.getFirst();
            return new Choice.First(STRATEGY, only, "of all agents only %s can work now".formatted(only))
                    .among(config.agents().keySet(), Map.of());
        }
        // That it works as many runs as it may is no reason: a question is none of them.
        Candidate answers = contest.ask(primary());
        if (answers.verdict() == Verdict.UNKNOWN) {
            return new Choice.Look(answers);
        }
        boolean isBusy = answers.verdict() == Verdict.BUSY || answers.verdict() == Verdict.USED_UP;
        Instant quietUntil = contest.snapshot().memory().quietUntil();
        if (answers.verdict() != Verdict.FREE && !isBusy) {
            return byMap(contest.task(), "%s cannot be asked: %s".formatted(primary(), answers.reason()));
        }
        if (quietUntil != null && quietUntil.isAfter(contest.snapshot().now())) {
            return byMap(contest.task(), quiet(primary()));
        }
        return new Choice.Ask("%s is to be asked who should do it".formatted(primary()));
    }

    static String quiet(AgentName primary) {
        return "%s is not asked for a while, since its last answers were of no use".formatted(primary);
    }

    private Choice byMap(Task task, String because) {
        return switch (new ComplexityMap(config).choose(task, because)) {
            case Choice.First first -> first.among(config.agents().keySet(), Map.of());
            case Choice other -> other;
        };
    }

    /// An agent that has used up its attempts at the task, and so has everybody on its fallback list: the end of the
    /// list is the end, whomever the primary would name next.
    private Optional<AgentName> wornOut(Contest contest) {
        return contest.snapshot().failures().getOrDefault(contest.task().id(), Map.of()).keySet().stream()
                .filter(agent -> config.agents().containsKey(agent))
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .filter(agent -> isWornOut(contest, Router.order(config, agent, null)))
                .findFirst();
    }

    private static boolean isWornOut(Contest contest, SequencedSet<AgentName> list) {
        return list.stream().allMatch(agent -> contest.ask(agent).verdict() == Verdict.USED_UP);
    }

    private AgentName primary() {
        return Objects.requireNonNull(config.primary());
    }
}
