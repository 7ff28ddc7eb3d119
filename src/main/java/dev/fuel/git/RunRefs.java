package dev.fuel.git;

import dev.fuel.domain.run.RunId;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/// Keeps what runs made: `refs/fuel/runs/<run>` is a run's head, `refs/fuel/snapshots/<run>` what it left uncommitted.
/// They stay when the branch is rebased or removed, until they are forgotten.
public final class RunRefs {
    static final String RUNS = "refs/fuel/runs/";
    static final String SNAPSHOTS = "refs/fuel/snapshots/";

    private final Git git;

    public RunRefs(Repository repository) {
        git = repository.git();
    }

    public void keep(RunId run, String commit) {
        git.write("update-ref", RUNS + run, commit);
    }

    public Optional<String> headOf(RunId run) {
        return commit(RUNS + run);
    }

    public Optional<String> snapshotOf(RunId run) {
        return commit(SNAPSHOTS + run);
    }

    /// One git call for all.
    public void forget(Collection<RunId> runs) {
        String lines = runs.stream()
                .map(run -> "delete %s%s\ndelete %s%s\n".formatted(RUNS, run, SNAPSHOTS, run))
                .collect(Collectors.joining());
        git.feed(lines, "update-ref", "--stdin");
    }

    private Optional<String> commit(String ref) {
        var result = git.query("rev-parse", "--verify", "--quiet", ref);
        return result.isSuccess() ? Optional.of(result.stdout().strip()) : Optional.empty();
    }
}
