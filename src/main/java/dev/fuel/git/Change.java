package dev.fuel.git;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a branch has got since it parted from another one.
///
/// @param base    the commit where they parted
/// @param head    the branch's commit
/// @param commits the latest ones, latest first, merges left out
/// @param count   of all commits, merges left out
/// @param files   how many differ
/// @param added   lines
/// @param removed lines
public record Change(String base, String head, List<Commit> commits, int count, int files, int added, int removed) {
    private static final int MOST_COMMITS = 200;
    private static final int MOST_STAT = 1_000;
    // As git-diff(1) has it for --shortstat: " 2 files changed, 3 insertions(+), 1 deletion(-)".
    private static final Pattern FILES = Pattern.compile("(\\d+) files? changed");
    private static final Pattern INSERTIONS = Pattern.compile("(\\d+) insertions?");
    private static final Pattern DELETIONS = Pattern.compile("(\\d+) deletions?");

    public Change {
        commits = List.copyOf(commits);
    }

    /// One commit.
    ///
    /// @param hash    as short as git makes it
    /// @param subject its first line
    public record Commit(String hash, String author, String subject) {}

    /// @param from a branch or commit
    /// @param to   a branch or commit
    /// @return empty if one of them does not exist, or they have nothing in common
    public static Optional<Change> between(Repository repository, String from, String to) {
        Optional<String> head = repository.resolve(to);
        if (head.isEmpty() || repository.resolve(from).isEmpty()) {
            return Optional.empty();
        }
        var shared = repository.git().query("merge-base", from, head.get());
        return shared.isSuccess()
                ? Optional.of(since(repository, shared.stdout().strip(), head.get()))
                : Optional.empty();
    }

    private static Change since(Repository repository, String base, String head) {
        String range = base + ".." + head;
        String stat = Diff.between(repository, base, head, Diff.Form.SHORT_STAT, MOST_STAT)
                .text();
        return new Change(
                base,
                head,
                commits(repository, range),
                Integer.parseInt(repository
                        .git()
                        .read("rev-list", "--count", "--no-merges", range)
                        .strip()),
                number(FILES, stat),
                number(INSERTIONS, stat),
                number(DELETIONS, stat));
    }

    private static List<Commit> commits(Repository repository, String range) {
        return repository
                .git()
                .read(
                        "-c",
                        "log.showSignature=false",
                        "log",
                        "--no-merges",
                        "--no-decorate",
                        "--max-count=" + MOST_COMMITS,
                        "--format=%h%x00%an%x00%s",
                        range)
                .lines()
                .map(line -> line.split("\0", 3))
                .map(fields -> new Commit(fields[0], fields[1], fields[2]))
                .toList();
    }

    private static int number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /// As `+342 −28 in 7 files, 9 commits`.
    public String words() {
        return "+%d −%d in %s, %s".formatted(added, removed, counted(files, "file"), counted(count, "commit"));
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
