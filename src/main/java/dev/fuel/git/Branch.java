package dev.fuel.git;

import dev.fuel.git.LandingResult.BlockedByLocalChanges;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A branch as it was when it was looked at.
///
/// @param checkout the worktree that has it checked out
record Branch(String name, String commit, Optional<Path> checkout) {
    private static final String HEADS = "refs/heads/";

    /// Those of the named branches that exist, by one git call.
    static List<Branch> read(Git git, String... names) {
        String[] words = new String[names.length + 2];
        words[0] = "for-each-ref";
        words[1] = "--format=%(refname)%00%(objectname)%00%(worktreepath)";
        for (int i = 0; i < names.length; i++) {
            words[i + 2] = HEADS + names[i];
        }
        List<Branch> found = new ArrayList<>();
        for (String line : git.read(words).split("\n", -1)) {
            String[] fields = line.split("\0", -1);
            if (fields.length == 3) {
                // A checkout whose folder is gone holds nothing.
                Optional<Path> checkout = Optional.of(fields[2])
                        .filter(path -> !path.isEmpty())
                        .map(Path::of)
                        .filter(Files::isDirectory);
                found.add(new Branch(fields[0].substring(HEADS.length()), fields[1], checkout));
            }
        }
        return found;
    }

    static Optional<Branch> find(List<Branch> branches, String name) {
        return branches.stream().filter(branch -> branch.name.equals(name)).findFirst();
    }

    /// Moves it forward: in its checkout by a fast-forward that git may refuse, else by its reference, which stays
    /// when it has moved meanwhile.
    Optional<BlockedByLocalChanges> advance(Git git, String to) {
        if (checkout.isEmpty()) {
            git.attempt("update-ref", "-m", "fuel: fast-forward", HEADS + name, to, commit);
            return Optional.empty();
        }
        Path folder = checkout.get();
        var result = git.in(folder)
                .attempt(
                        "merge",
                        "--ff-only",
                        "--no-autostash",
                        "--no-squash",
                        "--no-verify-signatures",
                        "--no-stat",
                        "--quiet",
                        to);
        // Not a fast-forward any more: somebody has committed meanwhile, and the caller looks again.
        if (result.isSuccess() || result.stderr().contains("Not possible to fast-forward")) {
            return Optional.empty();
        }
        List<String> files = result.stderr()
                .lines()
                .filter(line -> line.startsWith("\t"))
                .map(line -> line.substring(1))
                .toList();
        return Optional.of(new BlockedByLocalChanges(folder, files, GitFailure.cause(result)));
    }

    /// Puts it onto another commit; its checkout, known to be clean, follows.
    ///
    /// @return false if it had moved meanwhile
    boolean reset(Git git, String to) {
        if (checkout.isPresent()) {
            Git there = git.in(checkout.get());
            if (!there.read("rev-parse", "HEAD").strip().equals(commit)) {
                return false;
            }
            there.write("reset", "--quiet", "--keep", to);
            return true;
        }
        return git.attempt("update-ref", "-m", "fuel: rebase", HEADS + name, to, commit)
                .isSuccess();
    }

    /// A rebase that somebody is in the middle of has the branch, although it is checked out nowhere: moving it
    /// would make the end of that rebase fail.
    ///
    /// @return the folder of git that says so
    Optional<Path> beingRebased(Path commonDir) {
        Path worktrees = commonDir.resolve("worktrees");
        try (Stream<Path> linked = Files.isDirectory(worktrees) ? Files.list(worktrees) : Stream.empty()) {
            return Stream.concat(Stream.of(commonDir), linked)
                    .flatMap(gitDir -> Stream.of("rebase-merge", "rebase-apply").map(gitDir::resolve))
                    .filter(state -> isHeadName(state.resolve("head-name")))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for rebases in " + commonDir, e);
        }
    }

    private boolean isHeadName(Path file) {
        try {
            return Files.exists(file) && Files.readString(file).strip().equals(HEADS + name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
