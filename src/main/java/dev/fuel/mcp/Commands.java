package dev.fuel.mcp;

import dev.fuel.cli.Cli;
import dev.fuel.cli.Surroundings;
import dev.fuel.domain.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Gives commands as if in the surroundings of the server, and keeps what they print. The protocol's streams are never
/// theirs. Each is an invocation of its own: who calls is known by the run token anew each time, and nothing is kept
/// in between.
final class Commands {
    private final Surroundings surroundings;

    Commands(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// @param text what the command has printed: its JSON, or the words of its refusal
    record Answer(String text, boolean refused) {}

    Answer give(Tool tool, Map<String, Object> arguments) {
        List<String> line;
        try {
            line = tool.commandLine(arguments);
        } catch (Refusal refusal) {
            return new Answer(refusal.getMessage(), true);
        }
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit;
        try (var printed = new PrintStream(out, false, StandardCharsets.UTF_8);
                var told = new PrintStream(err, false, StandardCharsets.UTF_8)) {
            exit = new Cli(new Surroundings(
                            printed,
                            told,
                            InputStream.nullInputStream(),
                            surroundings.environment(),
                            surroundings.directory(),
                            surroundings.clock(),
                            surroundings.random(),
                            false,
                            false,
                            surroundings.launcher()))
                    .run(line.toArray(String[]::new));
        }
        boolean refused = exit != 0;
        return new Answer((refused ? err : out).toString(StandardCharsets.UTF_8).strip(), refused);
    }
}
