package dev.fuel.tui.state;

import java.util.HashSet;
import java.util.Set;

/// What a person has done with the lines of an output: calls opened and folded, words looked for.
///
/// @param turned the calls, by their lines' numbers, that are folded otherwise than of themselves
/// @param call   the selected call's line; {@link #NO_CALL} without one
/// @param search what is looked for
public record OutputMarks(Set<Long> turned, long call, OutputSearch search) {
    static final long NO_CALL = Long.MIN_VALUE;
    public static final OutputMarks NONE = new OutputMarks(Set.of(), NO_CALL, OutputSearch.NONE);

    public OutputMarks {
        turned = Set.copyOf(turned);
    }

    OutputMarks turn(long number) {
        Set<Long> changed = new HashSet<>(turned);
        if (!changed.remove(number)) {
            changed.add(number);
        }
        return new OutputMarks(changed, call, search);
    }

    OutputMarks at(long number) {
        return new OutputMarks(turned, number, search);
    }

    OutputMarks with(OutputSearch changed) {
        return new OutputMarks(turned, call, changed);
    }
}
