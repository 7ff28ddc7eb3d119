package dev.fuel.domain.task;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A task that is about to be added: checked, but without an identity.
public record NewTask(
        String title,
        String description,
        TaskType type,
        Priority priority,
        Complexity complexity,
        SortedSet<String> labels,
        List<TaskId> blockedBy,
        @Nullable TaskId discoveredFrom,
        @Nullable EpicId epic,
        @Nullable AgentName agent) {

    /// The longest description, in characters: what a prompt can reasonably carry.
    public static final int LONGEST_DESCRIPTION = 1_000_000;

    public NewTask {
        title = requireTitle(title);
        description = requireDescription(description);
        labels = requireLabels(labels);
        blockedBy = List.copyOf(blockedBy);
    }

    /// A task with nothing but a title and the defaults.
    public static NewTask titled(String title) {
        return new NewTask(
                title,
                "",
                TaskType.FEATURE,
                Priority.DEFAULT,
                Complexity.SIMPLE,
                Collections.emptySortedSet(),
                List.of(),
                null,
                null,
                null);
    }

    /// The title on one line, without control characters around it.
    ///
    /// @throws Refusal if it is empty or too long
    public static String requireTitle(String title) {
        String line = title.strip();
        if (line.isEmpty()) {
            throw new Refusal("empty_title", "the title is empty: say in a few words what is to be done");
        }
        if (line.length() > Task.LONGEST_TITLE) {
            throw new Refusal(
                    "title_too_long",
                    "the title has %,d characters; at most %d are allowed (put the rest into --description)"
                            .formatted(line.length(), Task.LONGEST_TITLE));
        }
        if (line.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal("bad_title", "the title contains a line break or control character");
        }
        return line;
    }

    /// @throws Refusal if it is too long
    public static String requireDescription(String description) {
        if (description.length() > LONGEST_DESCRIPTION) {
            throw new Refusal(
                    "description_too_long",
                    "the description has %,d characters; at most %,d are allowed"
                            .formatted(description.length(), LONGEST_DESCRIPTION));
        }
        return description;
    }

    /// @throws Refusal if a label is empty or contains anything but letters, digits and `-_.:/`
    public static SortedSet<String> requireLabels(SortedSet<String> labels) {
        for (String label : labels) {
            if (!label.matches("[\\p{L}\\p{N}_.:/-]{1,64}")) {
                throw new Refusal(
                        "bad_label", "bad label '%s': letters, digits and - _ . : / only, at most 64".formatted(label));
            }
        }
        return Collections.unmodifiableSortedSet(new TreeSet<>(labels));
    }
}
