package dev.fuel.git;

import dev.fuel.process.Command;
import java.nio.file.Path;
import java.util.List;

/// A git command failed that should not have: which, where, and what git said.
public final class GitFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GitFailure(String command, Path directory, Command.Result result) {
        super("git %s failed in %s: %s".formatted(shortened(command), directory, cause(result)));
    }

    /// What git said, in one line: its `fatal:` or `error:` line, else the last.
    static String cause(Command.Result result) {
        if (result.exitCode() == Command.Result.TIMED_OUT) {
            return "it took too long and was ended";
        }
        List<String> lines = result.stderr()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.isEmpty()) {
            return "exit code " + result.exitCode();
        }
        return lines.stream()
                .filter(line -> line.startsWith("fatal: ") || line.startsWith("error: "))
                .findFirst()
                .map(line -> line.substring("fatal: ".length()))
                .orElse(lines.getLast());
    }

    private static String shortened(String command) {
        String line = command.lines().findFirst().orElse("");
        return line.length() <= 120 ? line : line.substring(0, 119) + "…";
    }
}
