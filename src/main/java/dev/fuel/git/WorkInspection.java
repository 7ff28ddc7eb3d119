package dev.fuel.git;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Looks into a workspace: one git call when nothing was committed, three otherwise. Changes nothing.
public final class WorkInspection {
    private static final String[] STATUS = {
        "status",
        "--porcelain=v2",
        "-z",
        "--branch",
        "--untracked-files=normal",
        "--ignore-submodules=none",
        "--no-renames"
    };

    private WorkInspection() {}

    /// @param baseCommit where the work started; must exist in the repository
    public static WorkState inspect(Repository repository, Path workspace, String baseCommit) {
        Git git = repository.git().in(workspace);
        Status status = Status.parse(git.read(STATUS));
        String head = requireNonNull(status.head, () -> "no commit in " + workspace);
        if (head.equals(baseCommit)) {
            return new WorkState(head, status.branch, List.of(), status.dirty, List.of(), "", 0, 0);
        }
        return changes(status, head, commits(git, baseCommit, head), differences(git, baseCommit, head));
    }

    /// The commit that is checked out in the workspace.
    public static String head(Repository repository, Path workspace) {
        return repository
                .git()
                .in(workspace)
                .read("rev-parse", "--verify", "HEAD")
                .strip();
    }

    /// Uncommitted files, untracked ones included, ignored ones not.
    public static List<String> dirtyFiles(Repository repository, Path workspace) {
        return dirtyFiles(repository.git().in(workspace));
    }

    static List<String> dirtyFiles(Git git) {
        return Status.parse(git.read(STATUS)).dirty;
    }

    /// As {@link #dirtyFiles}, and of a new folder each file.
    static List<String> everyDirtyFile(Git git) {
        return Status.parse(git.read(
                        "status",
                        "--porcelain=v2",
                        "-z",
                        "--untracked-files=all",
                        "--ignore-submodules=none",
                        "--no-renames"))
                .dirty;
    }

    /// The files that are not as they were at the base: changed in commits or not committed, new ones too, ignored
    /// ones not. Two git calls, which leave the index as it is.
    public static SortedSet<String> touched(Repository repository, Path workspace, String baseCommit) {
        Git git = repository.git().in(workspace);
        SortedSet<String> files = new TreeSet<>();
        String changed = git.read(
                "diff", "--name-only", "-z", "--no-ext-diff", "--no-textconv", "--no-renames", baseCommit, "--");
        String untracked = git.read("ls-files", "-z", "--others", "--exclude-standard");
        for (String name : (changed + untracked).split("\0", -1)) {
            if (!name.isEmpty()) {
                files.add(name);
            }
        }
        return files;
    }

    private static List<WorkState.Commit> commits(Git git, String base, String head) {
        String log = git.read(
                "-c",
                "log.showSignature=false",
                "log",
                "-z",
                "--encoding=UTF-8",
                "--max-count=" + WorkState.MOST_COMMITS,
                "--format=%H %s",
                base + ".." + head);
        List<WorkState.Commit> commits = new ArrayList<>();
        for (String line : log.split("\0", -1)) {
            int space = line.indexOf(' ');
            if (space > 0) {
                commits.add(new WorkState.Commit(line.substring(0, space), line.substring(space + 1)));
            }
        }
        return commits.reversed();
    }

    /// The counts of all files, each ended by NUL, and behind them the text of the statistics.
    private static String differences(Git git, String base, String head) {
        return git.read(
                "diff", "--no-ext-diff", "--no-textconv", "--no-renames", "--numstat", "-z", "--stat=100", base, head);
    }

    private static WorkState changes(Status status, String head, List<WorkState.Commit> commits, String differences) {
        int end = differences.lastIndexOf('\0');
        List<String> changed = new ArrayList<>();
        int added = 0;
        int removed = 0;
        for (String file :
                end < 0 ? new String[0] : differences.substring(0, end).split("\0", -1)) {
            String[] columns = file.split("\t", 3);
            added += lines(columns[0]);
            removed += lines(columns[1]);
            changed.add(columns[2]);
        }
        String text = differences.substring(end + 1).stripTrailing();
        return new WorkState(head, status.branch, commits, status.dirty, changed, text, added, removed);
    }

    /// A binary file has `-` for a count.
    private static int lines(String count) {
        return count.equals("-") ? 0 : Integer.parseInt(count);
    }

    private record Status(@Nullable String head, @Nullable String branch, List<String> dirty) {
        /// Format: git-status(1), "Porcelain Format Version 2": the name is the last of a fixed number of
        /// fields.
        static Status parse(String porcelain) {
            String head = null;
            String branch = null;
            List<String> dirty = new ArrayList<>();
            for (String entry : porcelain.split("\0", -1)) {
                if (entry.startsWith("# branch.oid ")) {
                    head = unless("(initial)", entry.substring(13));
                } else if (entry.startsWith("# branch.head ")) {
                    branch = unless("(detached)", entry.substring(14));
                } else if (!entry.isEmpty() && entry.charAt(0) != '#') {
                    dirty.add(name(entry));
                }
            }
            return new Status(head, branch, dirty);
        }

        private static String name(String entry) {
            int fields = switch (entry.charAt(0)) {
                case '1' -> 9;
                case 'u' -> 11;
                case '?' -> 2;
                default -> throw new IllegalStateException("unknown entry of git status: " + entry);
            };
            return entry.split(" ", fields)[fields - 1];
        }

        private static @Nullable String unless(String nothing, String value) {
            return value.equals(nothing) ? null : value;
        }
    }
}
