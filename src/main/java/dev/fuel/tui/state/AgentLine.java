package dev.fuel.tui.state;

import dev.fuel.config.KnownDriver;
import dev.fuel.domain.Word;
import dev.fuel.domain.agent.AgentCondition;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.Cost;
import dev.fuel.tui.canvas.Role;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// An agent in the agents line and table.
///
/// @param condition whether it can work, and the words for why not
/// @param zone      of the times in those words
/// @param runs      those of the last 24 hours that have ended
/// @param successes those of them that ended well
/// @param cost      what its runs of today have cost; null if that is not known
public record AgentLine(
        AgentName name,
        String driver,
        AgentCondition condition,
        ZoneId zone,
        int running,
        int slots,
        long runs,
        long successes,
        @Nullable Cost cost) {

    /// Whether its program has a login of its own.
    boolean login() {
        return Word.find(KnownDriver.class, driver)
                .filter(known -> !known.login().isEmpty())
                .isPresent();
    }

    public State state() {
        return switch (condition) {
            case AgentCondition.Free _, AgentCondition.Probing _ -> State.OK;
            case AgentCondition.Resting _ -> State.BACKOFF;
            case AgentCondition.Limited _ -> State.LIMITED;
            case AgentCondition.Paused _ -> State.PAUSED;
            case AgentCondition.Stopped _ -> State.STOPPED;
            case AgentCondition.Unusable _ -> State.UNUSABLE;
        };
    }

    /// Why it does not work as usual; empty if all is well.
    public String words(Instant now) {
        return condition.sentence(now, zone);
    }

    /// Whether the agent can work.
    public enum State {
        OK("ok", Role.OK),
        BACKOFF("backoff", Role.WARN),
        LIMITED("limited", Role.WARN),
        PAUSED("paused", Role.DIM),
        STOPPED("stopped", Role.BAD),
        UNUSABLE("unusable", Role.BAD);

        private final String word;
        private final Role role;

        State(String word, Role role) {
            this.word = word;
            this.role = role;
        }

        public String word() {
            return word;
        }

        public Role role() {
            return role;
        }
    }
}
