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

    /// @param folder the finished program, which gets the cache
    static void make(Path folder, Path java) throws IOException, InterruptedException {
        Path project = Files.createTempDirectory("fuel-training-");
        Path log = folder.resolve("training.log");
        try {
            List<String> command = new ArrayList<>();
            command.add(java.toString());
            command.add("-XX:AOTCacheOutput=" + folder.resolve("fuel.aot"));
            command.addAll(LaunchScript.arguments(folder.toString()));
            command.add("dev.fuel.Training");
            command.add(project.toString());
            Process training = new ProcessBuilder(command)
                    .directory(project.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!training.waitFor(LIMIT_IN_SECONDS, TimeUnit.SECONDS)) {
                training.destroyForcibly();
                throw new IOException(
                        "the training run took longer than %d s; see %s".formatted(LIMIT_IN_SECONDS, log));
            }
            if (training.exitValue() != 0) {
                Files.readAllLines(log).forEach(System.err::println);
                throw new IOException("the training run ended with " + training.exitValue() + "; see " + log);
            }
        } finally {
            Distributions.delete(project);
        }
    }
}
