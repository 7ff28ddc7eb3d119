package dev.fuel.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Where commands are given in tests: a folder, an environment, and what is kept of the output.
final class Prompt {
    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private boolean terminal;
    private String input = "";
    private @Nullable Path launcher;

    Prompt(Path directory) {
        this.directory = directory;
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", directory.resolve("home").toString());
    }

    /// How a command ended.
    record Ending(int exit, String out, String err) {}

    Prompt with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Prompt onTerminal() {
        terminal = true;
        return this;
    }

    Prompt reading(String text) {
        input = text;
        return this;
    }

    Prompt startedBy(Path script) {
        launcher = script;
        return this;
    }

    Surroundings surroundings(PrintStream out, PrintStream err) {
        return new Surroundings(
                out,
                err,
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                environment,
                directory,
                InstantSource.system(),
                new Random(7),
                terminal,
                terminal,
                launcher);
    }

    Ending give(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = new Cli(surroundings(new PrintStream(out, false, UTF_8), new PrintStream(err, false, UTF_8)))
                .run(words);
        return new Ending(exit, out.toString(UTF_8), err.toString(UTF_8));
    }
}
