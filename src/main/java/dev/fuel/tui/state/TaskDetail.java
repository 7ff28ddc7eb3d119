package dev.fuel.tui.state;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.run.RunId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything about one task, idea or inbox item, for reading.
///
/// @param lines facts and description, one paragraph each
/// @param run   its newest run, whose output can be opened
public record TaskDetail(
        Identifier id,
        String title,
        List<String> lines,
        @Nullable RunId run) {
    public TaskDetail {
        lines = List.copyOf(lines);
    }
}
