package dev.fuel.git;

import dev.fuel.domain.run.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Saves what is uncommitted in a workspace, changed and untracked files but not ignored ones, as a commit that
/// `refs/fuel/snapshots/<run>` keeps. It works on a copy of the index: workspace and index stay as they are.
public final class Snapshots {
    private final Git git;

    public Snapshots(Repository repository) {
        git = repository.git();
    }

    /// @return the commit; nothing when there was nothing uncommitted
    /// @throws GitFailure if a file could not be saved: then nothing may be deleted
    public Optional<String> save(Path workspace, RunId run) {
        Git there = git.in(workspace);
        Path index = Path.of(there.read("rev-parse", "--path-format=absolute", "--git-path", "index")
                .stripTrailing());
        try {
            Path folder = Files.createTempDirectory("fuel-snapshot");
            Path copy = folder.resolve("index");
            try {
                if (Files.exists(index)) {
                    Files.copy(index, copy);
                }
                return save(there, there.with(Map.of("GIT_INDEX_FILE", copy.toString())), run);
            } finally {
                Files.deleteIfExists(folder.resolve("index.lock"));
                Files.deleteIfExists(copy);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot save a snapshot of " + workspace, e);
        }
    }

    /// The same, and where nothing is uncommitted the commit checked out is kept in its place.
    void saveWithHead(Path workspace, RunId run) {
        if (save(workspace, run).isEmpty()) {
            git.in(workspace).write("update-ref", RunRefs.SNAPSHOTS + run, "HEAD");
        }
    }

    private static Optional<String> save(Git there, Git withCopy, RunId run) {
        withCopy.write("-c", "core.safecrlf=false", "-c", "advice.addEmbeddedRepo=false", "add", "--all", "--", ":/");
        String tree = withCopy.write("write-tree").strip();
        var head = there.query("rev-parse", "HEAD", "HEAD^{tree}");
        @Nullable String parent = null;
        if (head.isSuccess()) {
            List<String> lines = head.stdout().lines().toList();
            if (lines.getLast().equals(tree)) {
                return Optional.empty();
            }
            parent = lines.getFirst();
        }
        List<String> words = new ArrayList<>(List.of("commit-tree", tree, "-m", "Snapshot of " + run));
        if (parent != null) {
            words.addAll(List.of("-p", parent));
        }
        String commit =
                Identity.completing(there).write(words.toArray(String[]::new)).strip();
        there.write("update-ref", RunRefs.SNAPSHOTS + run, commit);
        return Optional.of(commit);
    }
}
