package dev.fuel.consume;

import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.StopReason;
import dev.fuel.domain.task.TaskType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The facts about a work run that has ended, from which {@link WorkPolicy} decides.
///
/// @param stopping           why Fuel ended it, if it did
/// @param failure            null if it ended well
/// @param message            what went wrong, or the agent's last words
/// @param answered           whether the agent said anything at the end
/// @param claimedDone        whether the agent said `fuel done`
/// @param work               what git shows; null outside a repository
/// @param sessionLost        whether it was to go on with a session that does not exist any more, or has no room left
/// @param previousEndedDirty whether the run before ended well and left uncommitted changes too
/// @param resetsAt           when a limit ends, where the CLI says so
/// @param deniedTool         the tool that was refused, if one was
/// @param lostBefore         how many runs before it, in a row, were gone without a trace too
/// @param asked              whether the agent has asked people something, or was told something that it has not read
record Ending(
        TaskType type,
        @Nullable StopReason stopping,
        @Nullable FailureType failure,
        String message,
        boolean answered,
        boolean claimedDone,
        @Nullable Work work,
        boolean sessionLost,
        boolean previousEndedDirty,
        @Nullable Instant resetsAt,
        @Nullable String deniedTool,
        int lostBefore,
        boolean asked) {

    /// What git shows of the work.
    ///
    /// @param commits since the base commit
    /// @param dirty   files with uncommitted changes
    record Work(int commits, List<String> dirty) {
        Work {
            dirty = List.copyOf(dirty);
        }
    }

    boolean endedWell() {
        return failure == null;
    }
}
