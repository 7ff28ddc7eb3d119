import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Makes the AOT caches: loaded and linked classes and their profiles, stored from runs of `dev.fuel.Training`.
///
/// There are two, because all that a cache holds is linked at every start, needed or not: a small one for the commands
/// that are given all day, and one with the consumer and the screen.
final class TrainingRun {
    private static final int LIMIT_IN_SECONDS = 120;
    private static final int LOOK_AT_PROCESS_MILLIS = 100;

    /// What is done on the screen: its views and the palette are looked at, and it is left. Only single words are
    /// waited for, since spaces that are there already are not written again.
    private static final List<Act> ACTS =
            List.of(new Act("\u001b[?1049h", ""), new Act("Rehearsal", "23456781:"), new Act("closes", "\u0003\u0003"));

    /// @param sees what has to be written before
    private record Act(String sees, String keys) {}

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
            train(
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

    /// On a pseudo terminal, so that the screen is in it too. Where there is none, the screen starts more slowly.
    private void train(Path directory, List<String> command) throws IOException, InterruptedException {
        try (OutputStream copy = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            PseudoTerminal terminal = PseudoTerminal.open(copy);
            ProcessBuilder program = program(directory, command)
                    .redirectInput(terminal.terminal())
                    .redirectOutput(terminal.terminal());
            program.environment().putAll(Map.of("TERM", "xterm-256color", "COLORTERM", "truecolor"));
            Process process = program.start();
            Thread.ofVirtual().start(() -> use(terminal, process));
            await(process, command);
            terminal.drain();
        } catch (PseudoTerminal.NoneException none) {
            System.err.println("the screen is not trained, it will open more slowly: " + none.getMessage());
            run(directory, command);
        }
    }

    /// A person who looks around, when there is a screen: it may also be that only commands are trained.
    private static void use(PseudoTerminal terminal, Process process) {
        try {
            for (Act act : ACTS) {
                while (!terminal.await(act.sees(), LOOK_AT_PROCESS_MILLIS)) {
                    if (!process.isAlive()) {
                        return;
                    }
                }
                terminal.type(act.keys());
            }
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException("nobody uses the screen", failure);
        }
    }

    private void run(Path directory, List<String> command) throws IOException, InterruptedException {
        await(
                program(directory, command)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start(),
                command);
    }

    /// Without what an agent's run has in its environment.
    private static ProcessBuilder program(Path directory, List<String> command) {
        ProcessBuilder program =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        program.environment().keySet().removeIf(name -> name.startsWith("FUEL_"));
        return program;
    }

    private void await(Process process, List<String> command) throws IOException, InterruptedException {
        if (!process.waitFor(LIMIT_IN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("%s did not end within %d s; see %s".formatted(command, LIMIT_IN_SECONDS, log));
        }
        if (process.exitValue() != 0) {
            throw new IOException("%s ended with %d; see %s".formatted(command, process.exitValue(), log));
        }
    }
}
