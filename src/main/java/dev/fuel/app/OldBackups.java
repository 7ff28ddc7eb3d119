package dev.fuel.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Backups of the database beyond the last {@value #LAST}.
final class OldBackups implements Pile {
    private static final int LAST = 5;

    private final Path folder;

    OldBackups(Project project) {
        this.folder = project.folder().resolve("backups");
    }

    @Override
    public List<Removable> find() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.getFileName().toString().matches("agent-.*\\.db"))
                    .sorted(Comparator.comparing(OldBackups::time).reversed())
                    .skip(LAST)
                    .map(file -> Removable.of(
                            new Waste(Waste.Kind.BACKUP, file.getFileName().toString(), FileTree.size(file)),
                            () -> FileTree.delete(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the time of " + file, e);
        }
    }
}
