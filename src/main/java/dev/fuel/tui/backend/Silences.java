package dev.fuel.tui.backend;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How long each agent is usually silent before it goes on, learnt from its runs while the screen is open: what
/// programs
/// print has no times in it, and nobody else looks so often.
///
/// A silence that ended is counted up to the last look before its end, so that it is never taken for longer than it
/// was.
final class Silences {
    /// Where too little is known of an agent.
    static final Duration FIXED = Duration.ofMinutes(4);

    private static final int KEPT = 200;
    private static final int ENOUGH = 20;
    private static final double USUAL = 0.95;

    /// Shorter ones are the pace of every agent, and would hide how long it thinks or tests.
    private static final Duration SHORTEST = Duration.ofSeconds(5);

    /// Less is no reason to wonder, however lively the agent.
    private static final Duration LEAST = Duration.ofMinutes(1);

    private final Map<RunId, Look> looks = new HashMap<>();
    private final Map<AgentName, List<Duration>> silences = new HashMap<>();

    private record Look(Instant lastOutput, Instant at) {}

    /// A look at when a run at work has said something last.
    synchronized void look(RunId run, AgentName agent, Instant lastOutput, Instant now) {
        Look before = looks.put(run, new Look(lastOutput, now));
        if (before == null || !lastOutput.isAfter(before.lastOutput())) {
            return;
        }
        Duration silence = Duration.between(before.lastOutput(), before.at());
        if (silence.compareTo(SHORTEST) >= 0) {
            List<Duration> known = silences.computeIfAbsent(agent, _ -> new ArrayList<>());
            known.add(silence);
            if (known.size() > KEPT) {
                known.removeFirst();
            }
        }
    }

    /// Forgets the runs that are over; what was learnt from them stays.
    synchronized void keep(Collection<RunId> atWork) {
        looks.keySet().retainAll(atWork);
    }

    /// Nineteen of twenty silences of the agent were no longer.
    synchronized Duration usual(AgentName agent) {
        List<Duration> known = silences.getOrDefault(agent, List.of());
        if (known.size() < ENOUGH) {
            return FIXED;
        }
        Duration usual = known.stream().sorted().toList().get((int) Math.ceil(USUAL * known.size()) - 1);
        return usual.compareTo(LEAST) < 0 ? LEAST : usual;
    }
}
