import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Makes `fuel.aot`: loaded and linked classes and their profiles, stored from a run of `dev.fuel.Training`.
final class TrainingRun {
    private static final int LIMIT_IN_SECONDS = 120;

    private TrainingRun() {}

    /// A training run that breaks down is a program that breaks down, and fails the build. That no cache comes of a
    /// good one is only told: everything works without it, and starts more slowly.
    ///
    /// @param folder the finished program, which gets the cache
    static void make(Path folder, Path java) throws IOException, InterruptedException {
        Path project = Files.createTempDirectory("fuel-training-");
        Path log = folder.resolve("training.log");
        try {
            run(log, project, List.of("git", "init", "--quiet"));
            run(log, project, List.of(
                    "git", "-c", "user.name=Fuel", "-c", "user.email=fuel@localhost", "-c", "commit.gpgSign=false",
                    "commit", "--quiet", "--allow-empty", "--message=Start"));
            List<String> command = new ArrayList<>();
            command.add(java.toString());
            Path cache = folder.resolve("fuel.aot");
            command.add("-XX:AOTCacheOutput=" + cache);
            command.addAll(LaunchScript.arguments(folder.toString()));
            command.add("dev.fuel.Training");
            command.add(project.toString());
            run(log, project, command);
            if (!Files.exists(cache)) {
                System.err.println("no AOT cache was made, every start will be slower; see " + log);
            }
        } finally {
            Distributions.delete(project);
        }
    }

    private static void run(Path log, Path folder, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (!process.waitFor(LIMIT_IN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("%s did not end within %d s; see %s".formatted(command, LIMIT_IN_SECONDS, log));
        }
        if (process.exitValue() != 0) {
            throw new IOException("%s ended with %d; see %s".formatted(command, process.exitValue(), log));
        }
    }
}
