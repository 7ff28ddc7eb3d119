package dev.fuel.git;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A worktree as git has it registered.
///
/// @param branch     the branch checked out, without `refs/heads/`; null when HEAD is detached
/// @param head       null before the first commit
/// @param lockReason why it is locked; null when it is not
record Registration(
        Path path,
        @Nullable String branch,
        @Nullable String head,
        boolean bare,
        @Nullable String lockReason) {
    private static final String HEADS = "refs/heads/";

    /// Git holds this lock while it makes a worktree: one that has it and no maker is half made.
    boolean isHalfMade() {
        return "initializing".equals(lockReason);
    }

    static Optional<Registration> at(Path place, List<Registration> registrations) {
        return registrations.stream()
                .filter(registered -> registered.path.equals(place))
                .findFirst();
    }

    /// Without its `.git` file, git in that folder would speak of the repository around it.
    boolean hasLink() {
        return Files.isRegularFile(path.resolve(".git"));
    }

    void repairLink(Git git) {
        if (Files.isDirectory(path) && !hasLink()) {
            git.write("worktree", "repair");
        }
    }

    /// Deletes the folder and the registration, whatever is in it.
    void remove(Git git) {
        repairLink(git);
        // Twice: also if locked.
        git.write("worktree", "remove", "--force", "--force", path.toString());
    }

    /// Reads `git worktree list --porcelain -z`; the main worktree comes first.
    static List<Registration> parse(String listing) {
        List<Registration> all = new ArrayList<>();
        for (String block : listing.split("\0\0", -1)) {
            if (!block.isBlank()) {
                all.add(one(block));
            }
        }
        return all;
    }

    private static Registration one(String block) {
        String path = "";
        String branch = null;
        String head = null;
        String lockReason = null;
        boolean bare = false;
        for (String line : block.split("\0", -1)) {
            int space = line.indexOf(' ');
            String key = space < 0 ? line : line.substring(0, space);
            String value = space < 0 ? "" : line.substring(space + 1);
            switch (key) {
                case "worktree" -> path = value;
                case "HEAD" -> head = value.chars().allMatch(digit -> digit == '0') ? null : value;
                case "branch" -> branch = value.startsWith(HEADS) ? value.substring(HEADS.length()) : value;
                case "bare" -> bare = true;
                case "locked" -> lockReason = value;
                default -> {
                    // detached, prunable, and what later versions add
                }
            }
        }
        return new Registration(Path.of(path), branch, head, bare, lockReason);
    }
}
