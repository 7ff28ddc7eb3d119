package dev.fuel.process;

import dev.fuel.domain.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A person's own editor on a file or folder: `$VISUAL`, else `$EDITOR`, else `vi`; at a line where it is known how
/// that
/// is said.
///
/// @param line   0 for none
/// @param folder where it starts
public record Editor(Path file, int line, Path folder) {
    /// Those that take `+12 file`.
    private static final Set<String> WITH_PLUS =
            Set.of("vi", "vim", "nvim", "view", "nano", "emacs", "emacsclient", "micro", "kak", "joe", "mg", "ne");

    /// Those that take `-g file:12`.
    private static final Set<String> WITH_GOTO = Set.of("code", "code-insiders", "codium", "cursor", "windsurf");

    /// Those that take `file:12`.
    private static final Set<String> WITH_COLON = Set.of("hx", "helix", "zed", "subl");

    /// On the file as a whole.
    public static Editor on(Path file, Path folder) {
        return new Editor(file, 0, folder);
    }

    /// @throws Refusal if it is not there
    public void require(Map<String, String> environment) {
        try {
            Path _ = program(environment).file(environment);
        } catch (Refusal missing) {
            throw new Refusal(
                    "no_editor",
                    "the editor %s cannot be started: set VISUAL or EDITOR to one that is there"
                            .formatted(words(environment).getFirst()));
        }
    }

    /// Opens it on the terminal and waits until the person has left it.
    ///
    /// @return its exit code
    /// @throws Refusal if it is not there
    public int run(Map<String, String> environment) {
        require(environment);
        return program(environment).run(environment, _ -> {});
    }

    private ForegroundProgram program(Map<String, String> environment) {
        return new ForegroundProgram(words(environment), folder, Map.of());
    }

    List<String> words(Map<String, String> environment) {
        String editor = environment.getOrDefault("VISUAL", "");
        editor = editor.isBlank() ? environment.getOrDefault("EDITOR", "") : editor;
        List<String> words = new ArrayList<>(
                List.of((editor.isBlank() ? "vi" : editor).strip().split("\\s+")));
        words.addAll(place(Path.of(words.getFirst()).getFileName().toString()));
        return words;
    }

    private List<String> place(String program) {
        if (line == 0) {
            return List.of(file.toString());
        }
        if (WITH_PLUS.contains(program)) {
            return List.of("+" + line, file.toString());
        }
        if (WITH_GOTO.contains(program)) {
            return List.of("-g", "%s:%d".formatted(file, line));
        }
        return List.of(WITH_COLON.contains(program) ? "%s:%d".formatted(file, line) : file.toString());
    }
}
