package dev.fuel.consume;

import dev.fuel.domain.agent.AgentHealth;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.Backoff;
import dev.fuel.domain.run.FailureType;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Which agents can work, learnt from how their runs end. All of it is in the database; the sessions given to the
/// record methods are the transactions in which those runs are settled.
public final class AgentHealthTracker {
    /// So that several projects do not come back at the same instant.
    private static final Duration MOST_JITTER = Duration.ofSeconds(15);

    private final Store store;
    private final RandomGenerator random;

    public AgentHealthTracker(Store store, RandomGenerator random) {
        this.store = store;
        this.random = random;
    }

    /// A run ended well: the agent is healthy, whatever was before.
    public void recordSuccess(Session session, AgentName agent) {
        AgentHealth before = session.health().of(agent);
        session.health()
                .save(new AgentHealth(
                        agent,
                        session.now(),
                        before.lastFailureAt(),
                        0,
                        null,
                        null,
                        null,
                        before.totalRuns() + 1,
                        before.totalSuccesses() + 1));
    }

    /// A run failed. One that was lost, as by a reboot, says nothing about its agent.
    ///
    /// @param base     `limits.backoff`, doubled for each further failure in a row
    /// @param resetsAt when a usage limit ends, where the CLI says so
    /// @return when the agent may work again; null if only a person can bring it back
    public @Nullable Instant recordFailure(
            Session session,
            AgentName agent,
            FailureType type,
            Duration base,
            @Nullable Instant resetsAt,
            String message) {
        AgentHealth before = session.health().of(agent);
        boolean blameless = type == FailureType.LOST;
        int failures = before.consecutiveFailures() + (blameless ? 0 : 1);
        @Nullable Instant until = restsUntil(session.now(), type, failures, base, resetsAt);
        boolean restsLonger = until != null
                && before.backoffUntil() != null
                && before.backoffUntil().isAfter(until);
        if (restsLonger) {
            until = before.backoffUntil();
        }
        session.health()
                .save(new AgentHealth(
                        agent,
                        before.lastSuccessAt(),
                        session.now(),
                        failures,
                        until,
                        blameless || restsLonger ? before.backoffReason() : type.word(),
                        until == null ? message : before.stoppedReason(),
                        before.totalRuns() + 1,
                        before.totalSuccesses()));
        return until;
    }

    /// The agent cannot be started until a person mends something.
    void stop(Session session, AgentName agent, String reason) {
        AgentHealth before = session.health().of(agent);
        session.health()
                .save(new AgentHealth(
                        agent,
                        before.lastSuccessAt(),
                        before.lastFailureAt(),
                        before.consecutiveFailures(),
                        before.backoffUntil(),
                        before.backoffReason(),
                        reason,
                        before.totalRuns(),
                        before.totalSuccesses()));
    }

    /// Whether a run of this agent may start now.
    public boolean isAvailable(AgentName agent, Instant now) {
        return status(agent).isAvailable(now);
    }

    /// When its rest ends; null if it does not rest.
    public @Nullable Instant backoff(AgentName agent) {
        return status(agent).backoffUntil();
    }

    public AgentHealth status(AgentName agent) {
        return store.read(session -> session.health().of(agent));
    }

    private @Nullable Instant restsUntil(
            Instant now, FailureType type, int failures, Duration base, @Nullable Instant resetsAt) {
        return switch (type) {
            case AUTH, BUDGET -> null;
            case RATE_LIMIT ->
                resetsAt != null && resetsAt.isAfter(now)
                        ? resetsAt.plus(jitter())
                        : now.plus(Backoff.after(base, failures));
            case LOST -> now;
            case NETWORK, PERMISSION, TIMEOUT, STALLED, CRASH, NO_WORK -> now.plus(Backoff.after(base, failures));
        };
    }

    private Duration jitter() {
        return Duration.ofMillis(random.nextLong(MOST_JITTER.toMillis()));
    }
}
