package dev.fuel.domain.agent;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What an agent's program said of itself when it was asked for its version and its help.
///
/// @param file    the program, links resolved
/// @param help    the arguments that its help was asked with
/// @param stamp   the file's time of change and size; with another one it is another program
/// @param version null if it printed none
/// @param flags   every option that its help names
/// @param problem why it could not be asked; null if it could
public record AgentProgram(
        String file,
        String help,
        String stamp,
        @Nullable String version,
        SortedSet<String> flags,
        @Nullable String problem,
        Instant askedAt) {
    public AgentProgram {
        flags = Collections.unmodifiableSortedSet(new TreeSet<>(flags));
    }
}
