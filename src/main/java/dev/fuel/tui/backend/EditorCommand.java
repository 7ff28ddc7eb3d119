package dev.fuel.tui.backend;

import dev.fuel.tui.state.Loan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How a person's editor is started: `$VISUAL`, else `$EDITOR`, else `vi`; at a line where it is known how that is
/// said.
final class EditorCommand {
    /// Those that take `+12 file`.
    private static final Set<String> WITH_PLUS =
            Set.of("vi", "vim", "nvim", "view", "nano", "emacs", "emacsclient", "micro", "kak", "joe", "mg", "ne");

    /// Those that take `-g file:12`.
    private static final Set<String> WITH_GOTO = Set.of("code", "code-insiders", "codium", "cursor", "windsurf");

    /// Those that take `file:12`.
    private static final Set<String> WITH_COLON = Set.of("hx", "helix", "zed", "subl");

    private EditorCommand() {}

    static List<String> words(Map<String, String> environment, Loan.Edit edit) {
        String editor = environment.getOrDefault("VISUAL", "");
        editor = editor.isBlank() ? environment.getOrDefault("EDITOR", "") : editor;
        List<String> words = new ArrayList<>(
                List.of((editor.isBlank() ? "vi" : editor).strip().split("\\s+")));
        words.addAll(file(Path.of(words.getFirst()).getFileName().toString(), edit));
        return words;
    }

    private static List<String> file(String program, Loan.Edit edit) {
        String file = edit.file().toString();
        if (edit.line() == 0) {
            return List.of(file);
        }
        if (WITH_PLUS.contains(program)) {
            return List.of("+" + edit.line(), file);
        }
        if (WITH_GOTO.contains(program)) {
            return List.of("-g", "%s:%d".formatted(file, edit.line()));
        }
        return List.of(WITH_COLON.contains(program) ? "%s:%d".formatted(file, edit.line()) : file);
    }
}
