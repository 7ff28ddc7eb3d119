package dev.fuel.agents;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds agent programs by looking at the folders of a PATH; nothing is started.
public final class AgentDiscovery {
    /// Newer installs of Cursor name it `agent`, which says too little to be taken for Cursor's.
    private static final List<String> KNOWN_PROGRAMS =
            List.of("claude", "codex", "opencode", "gemini", "qwen", "amp", "cursor-agent", "copilot");

    private AgentDiscovery() {}

    /// An agent program and where it is.
    public record FoundAgent(String name, Path program) {}

    /// The known agent programs on the path, the first of each name, in a fixed order.
    ///
    /// @param path the value of PATH; folders that do not exist are passed over
    public static List<FoundAgent> on(String path) {
        var found = new ArrayList<FoundAgent>();
        for (String name : KNOWN_PROGRAMS) {
            find(name, path).ifPresent(program -> found.add(new FoundAgent(name, program)));
        }
        return List.copyOf(found);
    }

    /// The program of that name on the path.
    public static Optional<Path> find(String name, String path) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(path)
                .flatMap(folder -> program(folder, name).stream())
                .findFirst();
    }

    /// An empty folder means the current one, from which no agent is taken.
    private static Optional<Path> program(String folder, String name) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path program = Path.of(folder, name);
            boolean isProgram = Files.isRegularFile(program) && Files.isExecutable(program);
            return isProgram ? Optional.of(program) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty(); // Such a folder cannot exist.
        }
    }
}
