package dev.fuel.exchange;

import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskType;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// An issue of another tracker, in Fuel's words. Other issues are named by the ids that they have there.
///
/// @param place       where it stands in what was read: `line 12`
/// @param id          its id there, the same each time that it is read
/// @param epic        whether it is there to hold others together
/// @param heldBecause why it is not to be started yet, in words; null if nothing keeps it
/// @param links       what it says of other issues
public record ForeignIssue(
        String place,
        String id,
        String title,
        String description,
        TaskType type,
        Priority priority,
        SortedSet<String> labels,
        boolean epic,
        boolean closed,
        @Nullable String reason,
        @Nullable String heldBecause,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Instant closedAt,
        List<Link> links) {
    private static final int LONGEST_LABEL = 64;
    private static final int LONGEST_TITLE = 500;

    public ForeignIssue {
        links = List.copyOf(links);
    }

    /// What one issue is to another.
    public enum LinkKind {
        /// It waits for the other one.
        BLOCKED_BY,
        /// It belongs to the other one.
        PART_OF,
        /// The work on the other one has brought it up.
        DISCOVERED_FROM,
        /// Anything else, kept in words.
        RELATED
    }

    /// @param word what the other tracker calls it
    public record Link(LinkKind kind, String word, String id) {}

    /// A title as Fuel takes it: one line of bounded length.
    static String title(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE - 1) + "…";
    }

    /// Labels as Fuel takes them: what may not stand in one becomes a hyphen.
    static SortedSet<String> labels(List<String> texts) {
        SortedSet<String> labels = new TreeSet<>();
        for (String text : texts) {
            String label = text.strip().replaceAll("[^\\p{L}\\p{N}_.:/-]+", "-");
            if (!label.isEmpty()) {
                labels.add(label.substring(0, Math.min(label.length(), LONGEST_LABEL)));
            }
        }
        return labels;
    }
}
