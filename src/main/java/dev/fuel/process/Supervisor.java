package dev.fuel.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Starts a program under the supervisor script, as the leader of its own session and process group.
final class Supervisor {
    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final String SCRIPT = script();
    private static final int NOT_FOUND = 127;
    private static final int NOT_EXECUTABLE = 126;

    private final Map<String, String> environment;
    private final List<String> newSession;

    /// @throws IllegalStateException if the machine has neither `setsid` nor `perl`
    Supervisor(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        Function<String, Program> programs = name -> Program.find(name, HERE, environment);
        this.newSession = newSession(programs);
    }

    /// @throws UncheckedIOException if the run's folder cannot be made or there is no such working directory
    Process start(Launch launch) {
        try {
            RunDirectory directory = new RunDirectory(launch.runDirectory());
            directory.prepare(launch.prompt());
            Map<String, String> variables = AgentEnvironment.of(launch, environment);
            ProcessBuilder builder = new ProcessBuilder(words(launch, variables))
                    .directory(launch.workingDirectory().toFile())
                    .redirectInput(launch.promptOnStdin() ? directory.prompt().toFile() : new File("/dev/null"))
                    .redirectOutput(Redirect.appendTo(directory.stdout().toFile()))
                    .redirectError(Redirect.appendTo(directory.stderr().toFile()));
            builder.environment().clear();
            builder.environment().putAll(variables);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot start %s in %s: %s".formatted(launch.run(), launch.workingDirectory(), e.getMessage()), e);
        }
    }

    private List<String> words(Launch launch, Map<String, String> variables) {
        List<String> words = new ArrayList<>(newSession);
        words.addAll(List.of("/bin/sh", "-c", SCRIPT, "fuel-supervisor"));
        words.add(launch.runDirectory().toString());
        String name = launch.command().getFirst();
        if (launch.command().stream().anyMatch(word -> !canBePassedOn(word))) {
            String message = "cannot start %s: its arguments do not fit the locale; set LC_ALL=C.UTF-8".formatted(name);
            words.addAll(failure(message, NOT_EXECUTABLE));
            return words;
        }
        switch (Program.find(name, launch.workingDirectory(), variables)) {
            case Program.Found found -> {
                // A whole path, because the shell would take a bare name for its own built-in command.
                words.add(found.file().toString());
                words.addAll(launch.command().subList(1, launch.command().size()));
            }
            case Program.NotExecutable(Path file) ->
                words.addAll(failure("cannot start %s: not an executable file".formatted(file), NOT_EXECUTABLE));
            case Program.Missing() ->
                words.addAll(failure("cannot start %s: no such program".formatted(name), NOT_FOUND));
        }
        return words;
    }

    /// Java writes a question mark for every character that the locale's encoding lacks, and says nothing.
    private static boolean canBePassedOn(String word) {
        Charset encoding = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
        return encoding.equals(UTF_8) || encoding.newEncoder().canEncode(word);
    }

    /// A program that ends as a shell would have ended, so that a wrong name is an outcome like any other.
    private static List<String> failure(String message, int exitCode) {
        return List.of("/bin/sh", "-c", "printf '%s\\n' \"$1\" >&2; exit \"$2\"", "sh", message, "" + exitCode);
    }

    /// The words that make what follows them the leader of a session of its own, without a fork: the number of the
    /// process stays that of our child.
    static List<String> newSession(Function<String, Program> programs) {
        if (programs.apply("setsid") instanceof Program.Found(Path setsid)) {
            return List.of(setsid.toString());
        }
        String perl = required("perl", programs);
        return List.of(perl, "-MPOSIX", "-e", "POSIX::setsid() > 0 or die $!; exec { $ARGV[0] } @ARGV");
    }

    private static String required(String name, Function<String, Program> programs) {
        if (programs.apply(name) instanceof Program.Found(Path file)) {
            return file.toString();
        }
        throw new IllegalStateException("agents cannot be started: there is no %s on PATH".formatted(name));
    }

    private static String script() {
        try (var stream = Supervisor.class.getResourceAsStream("supervisor.sh")) {
            if (stream == null) {
                throw new IllegalStateException("the resource supervisor.sh is missing");
            }
            return new String(stream.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource supervisor.sh", e);
        }
    }
}
