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

    /// Without a cache the program only starts more slowly, so a failure is told and no more.
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
            command.add("-XX:AOTCacheOutput=" + folder.resolve("fuel.aot"));
            command.addAll(LaunchScript.arguments(folder.toString()));
            command.add("dev.fuel.Training");
            command.add(project.toString());
            run(log, project, command);
        } catch (IOException failure) {
            System.err.println("no AOT cache, every start will be slower: " + failure.getMessage());
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
