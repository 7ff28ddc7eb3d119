import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Makes the AOT caches: loaded and linked classes and their profiles, stored from runs of `dev.fuel.Training`.
///
/// There are two, because all that a cache holds is linked at every start, needed or not: a small one for the commands
/// that are given all day, and one with the consumer and the screen.
final class TrainingRun {
    private static final int LIMIT_IN_SECONDS = 120;

    private final Path folder;
    private final Path java;
    private final Path log;

    /// @param folder the finished program, which gets the caches
    TrainingRun(Path folder, Path java) {
        this.folder = folder;
        this.java = java;
        log = folder.resolve("training.log");
    }

    /// A training run that breaks down is a program that breaks down, and fails the build. That no cache comes of a
    /// good one is only told: everything works without it, and starts more slowly.
    void make(String kind) throws IOException, InterruptedException {
        Path project = Files.createTempDirectory("fuel-training-");
        try {
            run(project, List.of("git", "init", "--quiet"));
            run(
                    project,
                    List.of(
                            "git",
                            "-c",
                            "user.name=Fuel",
                            "-c",
                            "user.email=fuel@localhost",
                            "-c",
                            "commit.gpgSign=false",
                            "commit",
                            "--quiet",
                            "--allow-empty",
                            "--message=Start"));
            run(project, command(List.of(), "dev.fuel.Fuel", "init"));
            Path cache = folder.resolve(kind + ".aot");
            run(
                    project,
                    command(List.of("-XX:AOTCacheOutput=" + cache), "dev.fuel.Training", kind, project.toString()));
            if (!Files.exists(cache)) {
                System.err.println("no AOT cache was made, every start will be slower; see " + log);
            }
        } finally {
            Distributions.delete(project);
        }
    }

    private List<String> command(List<String> flags, String... program) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(flags);
        command.addAll(LaunchScript.arguments(folder.toString()));
        command.addAll(List.of(program));
        return command;
    }

    private void run(Path directory, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
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
