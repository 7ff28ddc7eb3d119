package dev.fuel.consume;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.store.Session;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether the next run of a task goes on with the session of the last one: where that was cut off, or left something
/// to mend. After a resume that got nowhere, a fresh session has better chances.
final class Resumption {
    private Resumption() {}

    /// @param last  the last work run of the task, ended
    /// @param agent who works next
    static boolean isPossible(Session session, Run last, AgentName agent) {
        if (last.sessionId() == null || !agent.equals(last.agent()) || last.errorType() == FailureType.NO_WORK) {
            return false;
        }
        @Nullable
        Run before = last.resumedFrom() == null
                ? null
                : session.runs().find(last.resumedFrom()).orElse(null);
        return before == null || !gotNowhere(before, last);
    }

    /// A resumed run that failed without a word, or the second that failed in the same session without a commit.
    private static boolean gotNowhere(Run before, Run resumed) {
        boolean saidNothing = resumed.finalText() == null;
        boolean failedAgain = before.charged() && Objects.equals(before.headCommit(), resumed.headCommit());
        return resumed.charged() && (saidNothing || failedAgain);
    }
}
