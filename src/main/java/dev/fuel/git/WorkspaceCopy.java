package dev.fuel.git;

import static java.util.Objects.requireNonNull;

import dev.fuel.domain.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Brings ignored files of the main worktree (`.env`) along into a new one. What is there already is left alone, so
/// it can be done again.
public final class WorkspaceCopy {
    private WorkspaceCopy() {}

    /// @param globs git's, from the root: `.env`, `**/.env.local`, a folder; nothing outside the root matches
    /// @return the files that were copied
    public static List<String> copy(Repository repository, Path worktree, List<String> globs) {
        if (globs.isEmpty()) {
            return List.of();
        }
        List<String> words =
                new ArrayList<>(List.of("ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--"));
        globs.forEach(glob -> words.add(":(top,glob)" + glob));
        List<String> copied = new ArrayList<>();
        try {
            Path target = worktree.toRealPath();
            for (String name :
                    repository.git().read(words.toArray(String[]::new)).split("\0", -1)) {
                boolean wanted = !name.isEmpty() && !name.startsWith(".fuel/") && !name.endsWith("/");
                if (wanted && copy(repository.root().resolve(name), target, target.resolve(name))) {
                    copied.add(name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy files into " + worktree, e);
        }
        return copied;
    }

    private static boolean copy(Path source, Path worktree, Path target) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Path folder = requireNonNull(target.getParent());
        Files.createDirectories(folder);
        // A branch may hold a link that leads elsewhere.
        if (!folder.toRealPath().startsWith(worktree)) {
            throw new Refusal("copy_outside", "cannot copy %s: a link leads it out of %s".formatted(source, worktree));
        }
        Path part = target.resolveSibling(target.getFileName() + ".fuel-part");
        Files.copy(
                source,
                part,
                StandardCopyOption.COPY_ATTRIBUTES,
                StandardCopyOption.REPLACE_EXISTING,
                LinkOption.NOFOLLOW_LINKS);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }
}
