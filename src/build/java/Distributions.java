import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The built programs in `target/`, of which the link `dist` names the current one.
record Distributions(Path target) {
    private static final int KEPT = 2;

    /// Files are dated by a clock that may be some milliseconds behind the one that is read here.
    private static final Duration CLOCK_STEP = Duration.ofMillis(20);

    Path of(String hash) {
        return target.resolve("dist-" + hash);
    }

    /// The launch file is written last.
    boolean isComplete(Path distribution) {
        return Files.exists(distribution.resolve("launch"));
    }

    /// Makes this one the current one, good for all sources that are not newer than the instant.
    void select(Path distribution, Instant soundAt) throws IOException {
        Path stamp = distribution.resolve("stamp");
        if (!Files.exists(stamp)) {
            Files.createFile(stamp);
        }
        Files.setLastModifiedTime(stamp, FileTime.from(soundAt.minus(CLOCK_STEP)));
        Path next = target.resolve("dist.next");
        Files.deleteIfExists(next);
        Files.createSymbolicLink(next, distribution.getFileName());
        Files.move(next, target.resolve("dist"), StandardCopyOption.ATOMIC_MOVE);
        prune(distribution);
    }

    void discard(Path distribution) throws IOException {
        if (!isInUse(distribution)) {
            delete(distribution);
        }
    }

    private void prune(Path current) throws IOException {
        List<Path> newestFirst;
        try (Stream<Path> files = Files.list(target)) {
            newestFirst = files.filter(file -> file.getFileName().toString().startsWith("dist-"))
                    .filter(file -> !file.equals(current))
                    .sorted(Comparator.comparing(Distributions::selectedAt).reversed())
                    .toList();
        }
        for (Path old : newestFirst.stream().skip(KEPT - 1).toList()) {
            discard(old);
        }
    }

    private static FileTime selectedAt(Path distribution) {
        try {
            return Files.getLastModifiedTime(distribution.resolve("stamp"));
        } catch (IOException neverSelected) {
            return FileTime.fromMillis(0);
        }
    }

    private static boolean isInUse(Path distribution) {
        String jar = distribution.resolve("fuel.jar").toString();
        return ProcessHandle.allProcesses()
                .flatMap(process ->
                        process.info().arguments().map(Arrays::stream).orElseGet(Stream::empty))
                .anyMatch(argument -> argument.equals(jar));
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
