package dev.fuel.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.run.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A program that a person uses on our terminal while we stand aside, as a shell does for its commands.
///
/// It stays in our process group, so that the terminal lets it read; Ctrl-C then reaches us too and is disregarded
/// until the program has ended. Its terminal modes end with it. The wait for its end has no limit: the person in front
/// of it is the limit.
///
/// @param environment over this process's own, without what only unattended programs are told; an empty value removes
public record ForegroundProgram(List<String> words, Path directory, Map<String, String> environment) {
    private static final long STTY_SECONDS = 5;

    public ForegroundProgram {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /// Where the program is.
    ///
    /// @throws Refusal if it is not there or cannot be started
    public Path file(Map<String, String> inherited) {
        Map<String, String> all = AgentEnvironment.attended(inherited, environment);
        return switch (Program.find(words.getFirst(), directory, all)) {
            case Program.Found(Path file) -> file;
            case Program.NotExecutable(Path file) ->
                throw new Refusal("not_executable", "%s is not executable: chmod +x it".formatted(file));
            case Program.Missing() ->
                throw new Refusal(
                        "program_missing",
                        "%s is not there: install it, or put it on PATH".formatted(words.getFirst()));
        };
    }

    /// Runs it to its end.
    ///
    /// @param inherited this process's environment
    /// @param started   given its identity while it runs
    /// @return its exit code: 128 + n for signal n
    public int run(Map<String, String> inherited, Consumer<ProcessIdentity> started) {
        List<String> command = new ArrayList<>(words);
        command.set(0, file(inherited).toString());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).inheritIO();
        builder.environment().clear();
        builder.environment().putAll(AgentEnvironment.attended(inherited, environment));
        Optional<String> modes = stty("-g");
        try (var _ = Signals.onSignal("INT", () -> {})) {
            Process process = builder.start();
            try {
                LivingProcess.identify(process.pid()).ifPresent(started);
                return process.waitFor();
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run %s: %s".formatted(words.getFirst(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while %s ran".formatted(words.getFirst()), e);
        } finally {
            modes.ifPresent(ForegroundProgram::stty);
        }
    }

    /// The terminal's modes, or setting them; empty where input is no terminal.
    private static Optional<String> stty(String argument) {
        try {
            Process process = new ProcessBuilder("stty", argument)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            boolean ended = process.waitFor(STTY_SECONDS, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0 ? Optional.of(said.strip()) : Optional.empty();
        } catch (IOException noSuchProgram) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
