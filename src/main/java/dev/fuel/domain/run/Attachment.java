package dev.fuel.domain.run;

import dev.fuel.domain.task.TaskId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A session that a person has open on a terminal. It ends with its processes.
///
/// @param run     whose session it is
/// @param holder  the Fuel that lent its terminal
/// @param program the agent's own program, once it is started
public record Attachment(
        TaskId task,
        RunId run,
        ProcessIdentity holder,
        @Nullable ProcessIdentity program,
        Instant since) {}
