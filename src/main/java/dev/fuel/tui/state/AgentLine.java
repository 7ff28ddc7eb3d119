package dev.fuel.tui.state;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.Cost;
import dev.fuel.tui.canvas.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An agent in the agents line and table.
///
/// @param until     when its backoff or limit ends, if it has one
/// @param reason    why it does not work, empty if it does
/// @param runs      all its runs
/// @param successes those of them that ended well
/// @param cost      what its runs of today have cost; null if that is not known
public record AgentLine(
        AgentName name,
        String driver,
        State state,
        int running,
        int slots,
        @Nullable Instant until,
        String reason,
        long runs,
        long successes,
        @Nullable Cost cost) {

    /// Whether the agent can work.
    public enum State {
        OK("ok", Role.OK),
        BACKOFF("backoff", Role.WARN),
        LIMITED("limited", Role.WARN),
        STOPPED("stopped", Role.BAD);

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
