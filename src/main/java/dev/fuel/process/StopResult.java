package dev.fuel.process;

import dev.fuel.domain.run.ProcessIdentity;
import java.util.List;

/// How the stop of a run went.
///
/// @param forced    whether the group had to be killed because it did not heed TERM in time
/// @param killed    how many processes outside the group were killed
/// @param survivors the processes that could not be ended in time, normally none
public record StopResult(boolean forced, int killed, List<ProcessIdentity> survivors) {
    public StopResult {
        survivors = List.copyOf(survivors);
    }

    static StopResult nothingToDo() {
        return new StopResult(false, 0, List.of());
    }

    /// Whether nothing of the run is left.
    public boolean isComplete() {
        return survivors.isEmpty();
    }
}
