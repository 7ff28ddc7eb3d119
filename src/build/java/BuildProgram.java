import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/// What the launcher starts when the build that is there is not the one of the present sources.
///
/// A single-file program. Builds under a lock into `target/dist-<hash of the sources>` and then switches the link
/// `target/dist`, so that the files of a Fuel that is running never change. Argument: the sources' folder.
final class BuildProgram {
    private static final int LINES_OF_THE_LOG_SHOWN = 25;

    private BuildProgram() {}

    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]).toRealPath();
        Path target = Files.createDirectories(root.resolve("target"));
        try (var channel = FileChannel.open(
                        target.resolve("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            System.exit(makeCurrent(root, new Distributions(target)) ? 0 : 1);
        }
    }

    /// Sources may change while they are built; then the result is of neither state, and is made once more.
    private static boolean makeCurrent(Path root, Distributions distributions) throws Exception {
        for (int attempt = 1; attempt <= 2; attempt++) {
            Instant before = Instant.now();
            String hash = Sources.hash(root);
            Path distribution = distributions.of(hash);
            if (!distributions.isComplete(distribution) && !build(root, distribution)) {
                return false;
            }
            if (Sources.hash(root).equals(hash)) {
                distributions.select(distribution, before);
                return true;
            }
            distributions.discard(distribution);
        }
        System.err.println("fuel: the sources keep changing while they are built; start again when they rest");
        return false;
    }

    private static boolean build(Path root, Path distribution) throws IOException, InterruptedException {
        Path log = root.resolve("target/build.log");
        boolean first = !Files.exists(root.resolve("target/dist"));
        System.err.println(
                first ? "building fuel (first start, about a minute) …" : "building fuel (the sources changed) …");
        Distributions.delete(distribution);
        // Maven keeps what it copied once; a resource that was removed from the sources must not be shipped.
        Distributions.delete(root.resolve("target/launcher/classes"));
        Process maven = new ProcessBuilder(List.of(
                        "./mvnw",
                        "--batch-mode",
                        "--no-transfer-progress",
                        "-Dmaven.test.skip=true",
                        "-Dfuel.build=" + root.resolve("target/launcher"),
                        "-Dfuel.java=" + Path.of(System.getProperty("java.home"), "bin", "java"),
                        "-Dfuel.package=checkout",
                        "-Dfuel.package.folder=" + distribution,
                        "package"))
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        // The launcher was interrupted: its build ends too, before the lock is given up.
        Runtime.getRuntime().addShutdownHook(new Thread(maven::destroy));
        if (maven.waitFor() == 0) {
            return true;
        }
        tailOf(Files.readAllLines(log)).forEach(System.err::println);
        System.err.println("fuel: the build failed; its whole log is " + log);
        return false;
    }

    /// What went before Maven's own closing words, which are the same for every cause.
    private static List<String> tailOf(List<String> lines) {
        List<String> telling = lines.stream()
                .takeWhile(line -> !line.equals("[INFO] BUILD FAILURE"))
                .filter(line -> !line.startsWith("    at ") && !line.startsWith("\tat "))
                .toList();
        return telling.subList(Math.max(0, telling.size() - LINES_OF_THE_LOG_SHOWN), telling.size());
    }
}
