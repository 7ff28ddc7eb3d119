package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.domain.Identifier;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Task;
import dev.fuel.gate.Workspace;
import dev.fuel.gate.Workspaces;
import dev.fuel.git.CheckoutPrint;
import dev.fuel.git.Repository;
import dev.fuel.git.Worktrees;
import dev.fuel.process.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where reviewers work: a worktree without a branch, at the commit that they judge, which is dropped with whatever
/// they write there. In the shared workspace it is the checkout itself, and it is looked whether they have changed it.
///
/// The worktree's path is the review's, or the first question's, so that who is asked again finds its session, which
/// agent programs keep by folder. Beside the loop; may be repeated after a crash.
final class ReviewRooms {
    private final Ground ground;
    private final Workspaces workspaces;

    ReviewRooms(Ground ground, Workspaces workspaces) {
        this.ground = ground;
        this.workspaces = workspaces;
    }

    Workspace open(Run run, Task task, FuelConfig config) {
        return open(run, run.headCommit() == null ? task.baseCommit() : run.headCommit(), task.baseCommit(), config);
    }

    /// @param head the commit to look at; null where there is none
    /// @param base what it is compared with
    Workspace open(Run run, @Nullable String head, @Nullable String base, FuelConfig config) {
        Repository repository = ground.repository();
        if (repository == null) {
            return new Workspace(ground.root(), null, null);
        }
        if (head == null || !workspaces.usesWorktrees(config.workspace())) {
            writePrint(run, CheckoutPrint.of(repository, ground.root()));
            return new Workspace(ground.root(), null, base);
        }
        return new Workspace(new Worktrees(repository).createDetached(folder(run), head), null, base);
    }

    /// What who was asked there has said.
    Answered ended(Run run, @Nullable Integer exitCode, FuelConfig config) {
        Evidence evidence = AgentReading.of(ground, run, exitCode, config).with(null);
        return new Answered(evidence, close(run));
    }

    /// @return whether the reviewer has changed the checkout that it was to judge
    private boolean close(Run run) {
        Repository repository = ground.repository();
        if (repository == null) {
            return false;
        }
        new Worktrees(repository).removeDetached(folder(run));
        Path print = printFile(run);
        try {
            return Files.exists(print) && !Files.readString(print).equals(CheckoutPrint.of(repository, ground.root()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + print, e);
        }
    }

    private Path folder(Run run) {
        Identifier owner = run.review();
        if (owner == null) {
            owner = run.resumedFrom() == null ? run.id() : run.resumedFrom();
        }
        return ground.fuelDirectory().resolve("worktrees").resolve(owner.value());
    }

    private void writePrint(Run run, String print) {
        RunDirectory directory = ground.runDirectory(run);
        try {
            directory.make();
            Files.writeString(printFile(run), print);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + printFile(run), e);
        }
    }

    private Path printFile(Run run) {
        return ground.runDirectory(run).path().resolve("checkout-before");
    }
}
