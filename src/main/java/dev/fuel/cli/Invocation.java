package dev.fuel.cli;

import dev.fuel.app.Project;
import dev.fuel.domain.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One command being given: its arguments, where it prints, and the project that it is about, opened when first asked
/// for. Used by one thread.
public final class Invocation implements AutoCloseable {
    private static final int MOST_INPUT_BYTES = 4 * 1024 * 1024;

    private final Arguments arguments;
    private final Surroundings surroundings;
    private final Output output;
    private final Screen screen;
    private final ToolServer toolServer;
    private final Supplier<Project> opening;
    private @Nullable Project project;

    Invocation(
            Arguments arguments,
            Surroundings surroundings,
            Output output,
            Screen screen,
            ToolServer toolServer,
            Supplier<Project> opening) {
        this.arguments = arguments;
        this.surroundings = surroundings;
        this.output = output;
        this.screen = screen;
        this.toolServer = toolServer;
        this.opening = opening;
    }

    Arguments arguments() {
        return arguments;
    }

    public Output output() {
        return output;
    }

    /// The full-screen program.
    Screen screen() {
        return screen;
    }

    /// What answers agents' tools.
    ToolServer toolServer() {
        return toolServer;
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    public Map<String, String> environment() {
        return surroundings.environment();
    }

    public Path directory() {
        return surroundings.directory();
    }

    public InstantSource clock() {
        return surroundings.clock();
    }

    /// Set if an agent gives the command from inside its run.
    public Optional<String> runToken() {
        return surroundings.runToken();
    }

    /// The project of this invocation.
    ///
    /// @throws dev.fuel.app.NotInitialisedException if there is none
    public Project project() {
        if (project == null) {
            project = opening.get();
        }
        return project;
    }

    /// Says something to the person that is not the command's result: on standard error.
    public void note(String text) {
        surroundings.err().println("fuel: " + Printable.line(text));
    }

    /// Asks the person at the terminal.
    ///
    /// @return whether the answer begins with `y`
    boolean isYes(String question) {
        return answer(question + " [y/N]").startsWith("y");
    }

    /// Asks the person at the terminal for a word.
    ///
    /// @return in lower case; empty at the end of the input
    String answer(String question) {
        surroundings.err().print(Printable.line(question) + " ");
        surroundings.err().flush();
        try {
            var answer = new StringBuilder();
            for (int next = surroundings.in().read();
                    next >= 0 && next != '\n';
                    next = surroundings.in().read()) {
                answer.append((char) next);
            }
            return answer.toString().strip().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read: " + e.getMessage(), e);
        }
    }

    /// The text, or all of standard input where the text is `-`.
    public String textOrInput(String text) {
        if (!text.equals("-")) {
            return text;
        }
        try {
            byte[] bytes = surroundings.in().readNBytes(MOST_INPUT_BYTES + 1);
            if (bytes.length > MOST_INPUT_BYTES) {
                throw new Refusal("too_long", "standard input is longer than 4 MiB: put it into a file and name that");
            }
            return new String(bytes, StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (project != null) {
            project.close();
        }
    }
}
