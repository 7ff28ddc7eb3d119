package dev.fuel.tui.state;

import dev.fuel.domain.run.RunId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is open full screen: a task to read, or a run's output.
public record Reading(
        @Nullable TaskDetail detail, int top, @Nullable RunId run) {
    public static final Reading NOTHING = new Reading(null, 0, null);

    static Reading of(TaskDetail detail) {
        return new Reading(detail, 0, detail.run());
    }

    static Reading of(RunId run) {
        return new Reading(null, 0, run);
    }

    Reading scroll(int distance, int width, int height) {
        int last = Math.max(0, rows(width).size() - height);
        return new Reading(detail, Math.clamp((long) top + distance, 0, last), run);
    }

    /// The text in rows of the width.
    public List<String> rows(int width) {
        List<String> rows = new ArrayList<>();
        if (detail != null) {
            for (String line : detail.lines()) {
                ForeignText.lines(line).forEach(clean -> rows.addAll(Wrap.rows(clean, width)));
            }
        }
        return rows;
    }
}
