package dev.fuel.process;

import dev.fuel.domain.run.ProcessIdentity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Ends a run that is under way, and everything that belongs to it.
///
/// Coding agents give their tools process groups of their own, and some ignore signals or leave their tools behind, so
/// the group alone is not enough: the descendants are recorded while they can still be seen as such, and whatever
/// carries the run's token is found afterwards.
///
/// @param grace how long the group has to heed TERM
record Stopping(ProcessTable table, Clearing clearing, Duration grace) {
    private static final Duration SIGNAL_LIMIT = Duration.ofSeconds(5);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration KILL_LIMIT = Duration.ofSeconds(1);

    StopResult stop(AgentProcess agent) throws InterruptedException {
        Set<ProcessIdentity> recorded = new HashSet<>();
        boolean forced = false;
        if (!heedsTerm(agent, recorded)) {
            forced = signal("KILL", agent, recorded);
            agent.awaitSupervisor(KILL_LIMIT);
        }
        // The supervisor is not spared: where it ignores even this it is stuck in the kernel, and is named as a
        // survivor.
        StopResult rest =
                clearing.clear(agent.token(), recorded, agent.startedAfter(), forced ? null : agent.identity());
        return new StopResult(forced, rest.killed(), rest.survivors());
    }

    /// Asks twice: a process that is being started when the signal comes may lose it between its fork and its exec.
    private boolean heedsTerm(AgentProcess agent, Set<ProcessIdentity> recorded) throws InterruptedException {
        Duration first = grace.compareTo(FIRST_WAIT) < 0 ? grace : FIRST_WAIT;
        return !signal("TERM", agent, recorded)
                || agent.awaitSupervisor(first)
                || !signal("TERM", agent, recorded)
                || agent.awaitSupervisor(grace.minus(first));
    }

    /// Signals the whole group at once, as no walk over its members can; done by a shell, since Java cannot. While
    /// the supervisor lives, no other group can have its number.
    ///
    /// @return false if the supervisor is dead
    private boolean signal(String signal, AgentProcess agent, Set<ProcessIdentity> recorded) {
        return agent.supervisor(table)
                .map(supervisor -> {
                    clearing.descendants(supervisor).forEach(recorded::add);
                    List<String> words =
                            List.of("/bin/sh", "-c", "kill -s \"$1\" -- \"-$2\"", "sh", signal, "" + supervisor.pid());
                    new Command(words, Path.of("/"), Map.of(), SIGNAL_LIMIT, null).run();
                    return true;
                })
                .orElse(false);
    }
}
