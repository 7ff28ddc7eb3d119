package dev.fuel.domain.task;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A unit of work.
///
/// @param seq              its place in the order of creation
/// @param heldBy           every reason that keeps it from starting
/// @param agent            the agent that it is pinned to
/// @param goesOnWith       the agent whose session its next run goes on with, where the last one was cut off
/// @param notBefore        it may not start earlier
/// @param attempts         failed work runs since the last one that ended well, or since a person granted a fresh
///     budget
/// @param attemptsSince    failed runs before this do not count
/// @param reviewRounds     failed reviews, counted apart from attempts
/// @param lastReviewIssues what the last review, check or dirty tree found, as it goes into the next prompt
/// @param note             what a person answered or asked for, for the next prompt
/// @param approvedCommit   what of its work a person has accepted as it is, see {@link #acceptable}
/// @param openBlockers     how many tasks it still waits for
/// @param chain            how many tasks in a row wait for it, at the longest
/// @param baseBranch       the branch that it lands on, fixed when it is first claimed
/// @param baseCommit       the commit that its branch started from
/// @param branch           its own branch
/// @param portBlock        the number of its block of ports, from its first claim until it ends
/// @param commit           the last commit of its work
/// @param reason           why it is in the state it is in, in words
public record Task(
        TaskId id,
        long seq,
        String title,
        String description,
        TaskType type,
        Priority priority,
        Complexity complexity,
        TaskStatus status,
        Set<Hold> heldBy,
        @Nullable EpicId epic,
        @Nullable AgentName agent,
        @Nullable AgentName goesOnWith,
        SortedSet<String> labels,
        @Nullable Instant notBefore,
        int attempts,
        @Nullable Instant attemptsSince,
        int reviewRounds,
        @Nullable String lastReviewIssues,
        @Nullable String note,
        @Nullable String approvedCommit,
        int openBlockers,
        int chain,
        @Nullable String baseBranch,
        @Nullable String baseCommit,
        @Nullable String branch,
        @Nullable Integer portBlock,
        @Nullable String commit,
        @Nullable String reason,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant startedAt,
        @Nullable Instant closedAt) {
    /// The label that keeps a task for people.
    public static final String NEEDS_HUMAN = "needs-human";

    public static final int LONGEST_TITLE = 500;

    private static final int FIRST_PORT = 20_000;
    private static final int PORTS_PER_BLOCK = 20;
    private static final int PORT_BLOCKS = 1_000;

    public Task {
        heldBy = Set.copyOf(heldBy);
        labels = Collections.unmodifiableSortedSet(new TreeSet<>(labels));
    }

    /// What there is to accept: the head of the work, or `none` where the result is an answer or stands in a
    /// shared workspace.
    public String acceptable() {
        return commit == null ? "none" : commit;
    }

    /// Whether a person has accepted the work as it is now.
    public boolean isApproved() {
        return acceptable().equals(approvedCommit);
    }

    /// The first of the 20 ports that are its own until it ends. Tasks that are over share a block that nobody else
    /// has.
    public int portBase() {
        int block = portBlock == null ? PORT_BLOCKS : portBlock % PORT_BLOCKS;
        return FIRST_PORT + block * PORTS_PER_BLOCK;
    }

    public boolean needsHuman() {
        return labels.contains(NEEDS_HUMAN);
    }
}
