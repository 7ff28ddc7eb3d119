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
    /// So that several projects do not come back at the same instant; at most a tenth of the rest itself.
    private static final Duration MOST_JITTER = Duration.ofSeconds(15);

    private static final int JITTER_SHARE = 10;

    private final Store store;
    private final RandomGenerator random;

    public AgentHealthTracker(Store store, RandomGenerator random) {
        this.store = store;
        this.random = random;
    }

    /// A run ended well: the agent is healthy, whatever was before. Only a limit or a lost login that was seen
    /// while the run was at work is not disproved by it: it may have asked for its last answer before.
    ///
    /// @param runStartedAt when the run was started
    public void recordSuccess(Session session, AgentName agent, Instant runStartedAt) {
        AgentHealth before = session.health().of(agent);
        boolean atWorkThen = before.lastFailureAt() != null && runStartedAt.isBefore(before.lastFailureAt());
        boolean limited =
                FailureType.RATE_LIMIT.word().equals(before.backoffReason()) && !before.isAvailable(session.now());
        if (atWorkThen && (limited || before.stoppedReason() != null)) {
            session.health()
                    .save(new AgentHealth(
                            agent,
                            session.now(),
                            before.lastFailureAt(),
                            before.consecutiveFailures(),
                            before.backoffUntil(),
                            before.backoffReason(),
                            before.stoppedReason(),
                            before.totalRuns() + 1,
                            before.totalSuccesses() + 1,
                            before.paused()));
            return;
        }
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
                        before.totalSuccesses() + 1,
                        before.paused()));
        if (before.stoppedReason() != null) {
            endItems(session, agent, "it works again");
        }
    }

    /// A run failed. One that was lost, as by a reboot, says nothing about its agent. Runs that were at work
    /// together and fail together tell of one trouble.
    ///
    /// @param base `limits.backoff`, doubled for each further failure in a row
    /// @return when the agent may work again; null if only a person can bring it back
    public @Nullable Instant recordFailure(Session session, AgentName agent, Failure failure, Duration base) {
        AgentHealth before = session.health().of(agent);
        boolean blameless = failure.type() == FailureType.LOST;
        boolean sameTrouble = before.consecutiveFailures() > 0
                && before.lastFailureAt() != null
                && failure.runStartedAt().isBefore(before.lastFailureAt());
        int failures = before.consecutiveFailures() + (blameless || sameTrouble ? 0 : 1);
        @Nullable Instant until = restsUntil(session.now(), failure, failures, base);
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
                        blameless ? before.lastFailureAt() : session.now(),
                        failures,
                        blameless || until == null ? before.backoffUntil() : until,
                        blameless || restsLonger
                                ? before.backoffReason()
                                : failure.type().word(),
                        until == null ? failure.message() : before.stoppedReason(),
                        before.totalRuns() + 1,
                        before.totalSuccesses(),
                        before.paused()));
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
                        before.totalSuccesses(),
                        before.paused()));
    }

    /// Forgets failures, rests and stops: the agent may work again at once, its parked tasks too, and what told a
    /// person of its trouble is done.
    public static void reset(Session session, AgentName agent) {
        session.health().reset(agent);
        session.queue()
                .parkedWith(agent)
                .forEach(task -> session.tasks().change(task).notBefore(null).done());
        endItems(session, agent, "health reset");
    }

    private static void endItems(Session session, AgentName agent, String action) {
        session.inbox().action(AgentItems.cause(agent), action);
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

    private @Nullable Instant restsUntil(Instant now, Failure failure, int failures, Duration base) {
        @Nullable Instant reset = failure.resetsAt();
        return switch (failure.type()) {
            case AUTH, BUDGET -> null;
            case RATE_LIMIT ->
                reset != null && reset.isAfter(now)
                        ? reset.plus(jitter(Duration.between(now, reset)))
                        : now.plus(Backoff.after(base, failures));
            case LOST -> now;
            case NETWORK -> {
                // What the provider asks for is waited for, but it does not make a second failure a
                // shorter rest.
                Instant backoff = now.plus(Backoff.after(base, failures));
                yield reset != null && reset.isAfter(backoff) ? reset : backoff;
            }
            case PERMISSION, TIMEOUT, STALLED, CRASH, NO_WORK -> now.plus(Backoff.after(base, failures));
        };
    }

    private Duration jitter(Duration rest) {
        Duration most = rest.dividedBy(JITTER_SHARE);
        most = most.compareTo(MOST_JITTER) > 0 ? MOST_JITTER : most;
        return Duration.ofMillis(random.nextLong(Math.max(1, most.toMillis())));
    }
}
