package dev.fuel.app;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The files of runs that ended before the limit: what they were told and what they said. Their rows stay, with the
/// diff stat and the last words. Folders of runs that the database does not know are left alone.
final class OldRunFiles implements Pile {
    private final Project project;
    private final Instant limit;

    OldRunFiles(Project project, Instant limit) {
        this.project = project;
        this.limit = limit;
    }

    @Override
    public List<Removable> find() {
        List<Removable> found = new ArrayList<>();
        for (Path owner : folders(project.folder().resolve("processes"))) {
            List<Path> old = project.store()
                    .read(session -> folders(owner).stream()
                            .filter(folder -> Identifier.isValid(
                                    RunId.PREFIX, folder.getFileName().toString()))
                            .filter(folder -> session.runs()
                                    .find(new RunId(folder.getFileName().toString()))
                                    .filter(this::isOld)
                                    .isPresent())
                            .toList());
            for (Path folder : old) {
                Waste waste =
                        new Waste(Waste.Kind.RUN_FILES, folder.getFileName().toString(), FileTree.size(folder));
                found.add(Removable.of(waste, () -> delete(folder, owner)));
            }
        }
        return found;
    }

    private boolean isOld(Run run) {
        return run.status() != RunStatus.RUNNING
                && run.completedAt() != null
                && run.completedAt().isBefore(limit);
    }

    /// With the folder around it where that is empty now. A run that is just being started makes it again.
    private static void delete(Path folder, Path owner) {
        FileTree.delete(folder);
        try (Stream<Path> left = Files.list(owner)) {
            if (left.findAny().isEmpty()) {
                Files.deleteIfExists(owner);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tidy " + owner, e);
        }
    }

    private static List<Path> folders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + parent, e);
        }
    }
}
