package dev.fuel.app;

import dev.fuel.domain.run.RunId;
import dev.fuel.gate.Workspaces;
import dev.fuel.git.Discovery;
import dev.fuel.git.Repository;
import dev.fuel.git.Worktrees;
import dev.fuel.process.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where an agent that is tested works, and its files; gone when the test is over.
///
/// A worktree without a branch, as reviewers have it, since agent programs read their settings in the project; an empty
/// folder where tasks get no worktrees. What a killed process leaves of it goes with `fuel gc`, as that of reviewers.
///
/// @param folder    where it works
/// @param outside   a folder in which its files are, outside the project
/// @param worktrees null where it works in no worktree
record TrialRoom(Path folder, Path outside, @Nullable Worktrees worktrees) implements AutoCloseable {
    static TrialRoom open(Project project, RunId id) throws IOException {
        Path outside = Files.createTempDirectory("fuel-test-");
        Repository repository =
                Repository.discover(project.root(), project.environment()) instanceof Discovery.Found(Repository found)
                        ? found
                        : null;
        boolean isWorktree = new Workspaces(project.root(), project.folder(), repository)
                .usesWorktrees(project.config().workspace());
        if (repository == null || !isWorktree) {
            return new TrialRoom(Files.createDirectory(outside.resolve("empty")), outside, null);
        }
        Worktrees worktrees = new Worktrees(repository);
        Path folder = project.folder().resolve("worktrees").resolve(id.value());
        return new TrialRoom(
                worktrees.createDetached(folder, repository.headCommit().orElseThrow()), outside, worktrees);
    }

    RunDirectory files() {
        return new RunDirectory(outside.resolve("run"));
    }

    /// The folders that git writes to there.
    List<Path> written() {
        return worktrees == null ? List.of() : worktrees.writtenBy(folder);
    }

    @Override
    public void close() {
        if (worktrees != null) {
            worktrees.removeDetached(folder);
        }
        FileTree.delete(outside);
    }
}
