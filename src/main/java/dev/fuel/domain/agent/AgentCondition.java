package dev.fuel.domain.agent;

import dev.fuel.domain.TimeWords;
import dev.fuel.domain.Word;
import dev.fuel.domain.run.FailureType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether an agent can work, and in the words that every screen and command uses, why not.
public sealed interface AgentCondition {
    /// One or two words.
    String word();

    /// Why it does not work as usual and when or how it does again; empty if all is well.
    String sentence(Instant now, ZoneId zone);

    /// Whether a run may start.
    default boolean canWork() {
        return false;
    }

    /// When time alone ends it; null if it does not.
    default @Nullable Instant until() {
        return null;
    }

    /// @param objection what is wrong with its program; null if nothing is known to be
    static AgentCondition of(AgentHealth health, @Nullable String objection, Instant now) {
        if (health.paused()) {
            return new Paused(health.agent());
        }
        String stopped = health.stoppedReason();
        if (stopped != null) {
            return new Stopped(health.agent(), stopped, failure(health).orElse(FailureType.AUTH));
        }
        if (objection != null) {
            return new Unusable(objection);
        }
        FailureType cause = failure(health).orElse(FailureType.CRASH);
        if (!health.isAvailable(now)) {
            Instant until = Objects.requireNonNull(health.backoffUntil());
            return cause == FailureType.RATE_LIMIT
                    ? new Limited(until)
                    : new Resting(cause, health.consecutiveFailures(), until);
        }
        return health.isProbing() ? new Probing(cause, health.consecutiveFailures()) : new Free();
    }

    private static Optional<FailureType> failure(AgentHealth health) {
        return Optional.ofNullable(health.backoffReason()).flatMap(word -> Word.find(FailureType.class, word));
    }

    private static String inWords(FailureType last, int count) {
        String what = switch (last) {
            case NETWORK -> "network failure";
            case RATE_LIMIT -> "usage limit";
            case AUTH -> "refused login";
            case PERMISSION -> "refused tool";
            case TIMEOUT -> "timeout";
            case STALLED -> "stalled run";
            case CRASH -> "crash";
            case NO_WORK -> "run without work";
            case BUDGET -> "budget";
            case LOST -> "lost run";
        };
        return count <= 1 ? "a " + what : "%d failures, the last a %s".formatted(count, what);
    }

    /// Nothing stands against it.
    record Free() implements AgentCondition {
        @Override
        public String word() {
            return "available";
        }

        @Override
        public String sentence(Instant now, ZoneId zone) {
            return "";
        }

        @Override
        public boolean canWork() {
            return true;
        }
    }

    /// After failures: whether it works again is tried with one run.
    record Probing(FailureType last, int failures) implements AgentCondition {
        @Override
        public String word() {
            return "probing";
        }

        @Override
        public String sentence(Instant now, ZoneId zone) {
            return "after %s: one run at a time until one succeeds".formatted(inWords(last, failures));
        }

        @Override
        public boolean canWork() {
            return true;
        }
    }

    /// It rests after failures.
    record Resting(FailureType last, int failures, Instant until) implements AgentCondition {
        @Override
        public String word() {
            return "backoff";
        }

        @Override
        public String sentence(Instant now, ZoneId zone) {
            return "backoff after %s, one run tries again %s"
                    .formatted(inWords(last, failures), TimeWords.at(until, now, zone));
        }
    }

    /// Its provider's usage limit is reached.
    record Limited(Instant until) implements AgentCondition {
        @Override
        public String word() {
            return "limited";
        }

        @Override
        public String sentence(Instant now, ZoneId zone) {
            return "usage limit, back " + TimeWords.at(until, now, zone);
        }
    }

    /// A person wants it to start nothing.
    record Paused(AgentName agent) implements AgentCondition {
        @Override
        public String word() {
            return "paused";
        }

        @Override
        public String sentence(Instant now, ZoneId zone) {
            return "paused by a person; `fuel unpause --agent %s` lets it work".formatted(agent);
        }
    }

    /// Only a person can bring it back.
    record Stopped(AgentName agent, String reason, FailureType cause) implements AgentCondition {
        @Override
        public String word() {
            return "stopped";
        }

        @Override
        public String sentence(Instant now, ZoneId zone) {
            String mended = switch (cause) {
                case AUTH -> "logging in";
                case BUDGET -> "mending the account";
                case NETWORK, RATE_LIMIT, PERMISSION, TIMEOUT, STALLED, CRASH, NO_WORK, LOST -> "mending it";
            };
            return "stopped: %s; `fuel health:reset %s` after %s".formatted(reason, agent, mended);
        }
    }

    /// Its program is not what its driver needs; looked at again when it changes.
    ///
    /// @param objection what is wrong and what to do
    record Unusable(String objection) implements AgentCondition {
        @Override
        public String word() {
            return "unusable";
        }

        @Override
        public String sentence(Instant now, ZoneId zone) {
            return objection;
        }
    }
}
