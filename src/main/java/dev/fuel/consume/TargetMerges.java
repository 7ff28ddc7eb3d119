package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.domain.Actor;
import dev.fuel.domain.Identifier;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.run.Run;
import dev.fuel.git.Repository;
import dev.fuel.git.RunRefs;
import dev.fuel.git.TargetMerge;
import dev.fuel.git.WorkInspection;
import dev.fuel.git.WorkState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What all runs have in common in which an agent makes work fit onto a target that has moved on: Fuel begins the
/// merge, the agent resolves and commits it, and what counts is what stands in git then. Beside the loop; may be
/// repeated after a crash.
final class TargetMerges {
    private final Ground ground;

    TargetMerges(Ground ground) {
        this.ground = ground;
    }

    /// Where the target stands.
    ///
    /// @param work what is to be merged
    /// @throws Refusal if there is no such branch
    String onto(Identifier work, String target) {
        return repository()
                .resolve("refs/heads/" + target)
                .orElseThrow(() -> new Refusal(
                        "missing_branch", "cannot merge %s: there is no branch %s".formatted(work, target)));
    }

    /// A merge that was begun.
    ///
    /// @param conflicts the files in conflict, one on each line
    /// @param theirs    the commits that the target has and the work has not
    /// @param ours      those that the work has and the target has not
    record Begun(String conflicts, String theirs, String ours) {}

    /// Noted before anything is begun: at its end the run is judged by what it was to bring in.
    Begun begin(Run run, Path worktree, String head, String onto) {
        ground.store()
                .change(Actor.CONSUMER, session -> session.progress().inWorkspace(run.id(), worktree.toString(), onto));
        TargetMerge merge = new TargetMerge(repository(), worktree);
        merge.begin(onto, run.id());
        return new Begun(
                merge.conflicts().stream().map(file -> "- " + file).collect(Collectors.joining("\n")),
                merge.commits(head, onto),
                merge.commits(onto, head));
    }

    /// How it has ended.
    ///
    /// @param state null if nothing can be seen of it
    record Ended(Evidence evidence, TargetMerge.@Nullable State state) {}

    Ended ended(Run run, @Nullable Integer exitCode, FuelConfig config) {
        AgentReading reading = AgentReading.of(ground, run, exitCode, config);
        String onto = run.baseCommit();
        if (run.workspacePath() == null || onto == null || !Files.isDirectory(Path.of(run.workspacePath()))) {
            return new Ended(reading.with(null), null);
        }
        Path worktree = Path.of(run.workspacePath());
        TargetMerge merge = new TargetMerge(repository(), worktree);
        TargetMerge.State state = merge.state(onto);
        merge.clear(run.id());
        WorkState work = WorkInspection.inspect(repository(), worktree, onto);
        new RunRefs(repository()).keep(run.id(), work.head());
        return new Ended(reading.with(work), state);
    }

    private Repository repository() {
        return Objects.requireNonNull(ground.repository());
    }
}
