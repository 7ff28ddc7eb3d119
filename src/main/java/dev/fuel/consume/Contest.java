package dev.fuel.consume;

import dev.fuel.consume.Route.Candidate;
import dev.fuel.consume.Route.Verdict;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.task.Task;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// One task that somebody is to be chosen for.
///
/// @param asking what an agent answers to the task
record Contest(Task task, Snapshot snapshot, Function<AgentName, Candidate> asking) {
    Candidate ask(AgentName agent) {
        return asking.apply(agent);
    }

    /// Those of the agents that can work now, or as soon as one of their runs has ended.
    List<AgentName> available(Collection<AgentName> agents) {
        return agents.stream().filter(agent -> isAvailable(ask(agent))).toList();
    }

    static boolean isAvailable(Candidate candidate) {
        return candidate.verdict() == Verdict.FREE
                || candidate.verdict() == Verdict.BUSY
                || candidate.verdict() == Verdict.UNKNOWN;
    }
}
