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
        return save(workspace, RunRefs.SNAPSHOTS + run, "Snapshot of " + run);
    }

    private Optional<String> save(Path workspace, String ref, String subject) {
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
                return save(there, there.with(Map.of("GIT_INDEX_FILE", copy.toString())), ref, subject);
            } finally {
                Files.deleteIfExists(folder.resolve("index.lock"));
                Files.deleteIfExists(copy);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot save a snapshot of " + workspace, e);
        }
    }

    /// The same under another reference, and where nothing is uncommitted the commit checked out is kept in its
    /// place.
    ///
    /// @return the commit that is kept
    String saveWithHead(Path workspace, String ref, String subject) {
        Optional<String> saved = save(workspace, ref, subject);
        if (saved.isPresent()) {
            return saved.get();
        }
        Git there = git.in(workspace);
        String head = there.read("rev-parse", "HEAD").strip();
        there.write("update-ref", ref, head);
        return head;
    }

    private static Optional<String> save(Git there, Git withCopy, String ref, String subject) {
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
        List<String> words = new ArrayList<>(List.of("commit-tree", tree, "-m", subject));
        if (parent != null) {
            words.addAll(List.of("-p", parent));
        }
        String commit =
                Identity.completing(there).write(words.toArray(String[]::new)).strip();
        there.write("update-ref", ref, commit);
        return Optional.of(commit);
    }
}
