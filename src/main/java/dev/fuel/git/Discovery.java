package dev.fuel.git;

import java.io.UncheckedIOException;
import java.nio.file.Path;

/// What was found when git was asked about a folder.
public sealed interface Discovery {
    record Found(Repository repository) implements Discovery {}

    record NotARepository(Path folder) implements Discovery {}

    /// There is no git program on the PATH.
    record NoGit(String cause) implements Discovery {}

    /// A repository that git itself or Fuel cannot work in (bare, or owned by somebody else).
    record Unusable(String cause) implements Discovery {}

    /// Two git calls at most.
    static Discovery of(Git git) {
        try {
            var directories = git.query(
                    "rev-parse", "--path-format=absolute", "--git-common-dir", "--git-dir", "--is-bare-repository");
            if (!directories.isSuccess()) {
                String cause = GitFailure.cause(directories);
                return cause.startsWith("not a git repository")
                        ? new NotARepository(git.directory())
                        : new Unusable(cause);
            }
            var lines = directories.stdout().lines().toList();
            var main = Registration.parse(git.read("worktree", "list", "--porcelain", "-z"))
                    .getFirst();
            if (main.bare()) {
                return new Unusable("bare repository: " + lines.getFirst());
            }
            return new Found(new Repository(
                    git.in(main.path()),
                    main.path(),
                    Path.of(lines.getFirst()),
                    Path.of(lines.get(1)),
                    main.branch(),
                    main.head()));
        } catch (UncheckedIOException e) {
            if (Git.isMissing(e)) {
                return new NoGit(String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }
}
