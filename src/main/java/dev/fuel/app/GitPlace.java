package dev.fuel.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where a folder stands in its git repository, read from git's own files: asking git would cost a process at every
/// start. The layout is that of gitrepository-layout(5): in a linked worktree `.git` is a file `gitdir: PATH`, and the
/// file `commondir` in that folder leads to the repository of the main worktree.
///
/// @param root the top folder of the worktree
/// @param main the top folder of the main worktree; the same as {@code root} outside linked worktrees
record GitPlace(Path root, Path main) {
    private static final int LARGEST_FILE_BYTES = 8192;
    private static final String POINTER = "gitdir:";

    boolean isLinked() {
        return !root.equals(main);
    }

    /// Empty outside any repository.
    static Optional<GitPlace> of(Path directory) {
        for (Path folder = directory; folder != null; folder = folder.getParent()) {
            Path git = folder.resolve(".git");
            if (Files.isDirectory(git)) {
                return Optional.of(new GitPlace(folder, folder));
            }
            if (Files.isRegularFile(git)) {
                Path root = folder;
                return Optional.of(new GitPlace(root, mainWorktree(root, git).orElse(root)));
            }
        }
        return Optional.empty();
    }

    /// Empty for a submodule (no `commondir`) and for a worktree of a bare repository.
    private static Optional<Path> mainWorktree(Path root, Path pointer) {
        String text = read(pointer);
        if (!text.startsWith(POINTER)) {
            return Optional.empty();
        }
        Path own = root.resolve(text.substring(POINTER.length()).strip());
        Path common = own.resolve("commondir");
        if (!Files.isRegularFile(common)) {
            return Optional.empty();
        }
        Path repository = own.resolve(read(common)).normalize();
        return Optional.of(repository)
                .filter(path -> path.endsWith(".git"))
                .map(Path::getParent)
                .filter(Files::isDirectory);
    }

    private static String read(Path file) {
        try (var stream = Files.newInputStream(file)) {
            return new String(stream.readNBytes(LARGEST_FILE_BYTES), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
