package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Agents whose behaviour is given for each kind of prompt and each time that they are asked: shell scripts, run in the
/// agent's workspace. The last script of a kind is run for every further time. Each prompt is kept.
///
/// The kinds: `work` (also a session that goes on), `review`, `repair`, `merge`, `epic_review`, `route`,
/// `triage`.
final class ScriptedAgents {
    private final Path folder;

    ScriptedAgents(Path folder) {
        this.folder = folder;
        Workshop.write(folder.resolve("agent.sh"), """
                name=$1
                prompt=$(cat)
                case "$prompt" in
                    '# Review of'*) kind=review ;;
                    *'no verdict that can be read'*) kind=repair ;;
                    '# Merge for'*) kind=merge ;;
                    '# Summary of epic'*) kind=epic_review ;;
                    '# Route:'*) kind=route ;;
                    '# Triage of'*) kind=triage ;;
                    *) kind=work ;;
                esac
                here=%s
                time=1
                while ! mkdir "$here/$name-$kind-$time" 2>/dev/null; do time=$((time + 1)); done
                printf '%%s\\n' "$prompt" >"$here/$name-$kind-$time/prompt"
                script=$time
                while [ "$script" -gt 0 ] && [ ! -f "$here/$name-$kind-$script.sh" ]; do script=$((script - 1)); done
                git() { command git -c user.name=Fake -c user.email=fake@localhost "$@"; }
                commit() { printf '%%s\\n' "$2" >"$1"; git add -- "$1"; git commit --quiet --message="Add $1"; }
                . "$here/$name-$kind-$script.sh"
                """.formatted(folder));
    }

    /// As an agent of the configuration.
    String configured(String name) {
        return "%s: {driver: command, command: [sh, \"%s\", %s], prompt: stdin, max_concurrent: 4, max_attempts: 2}"
                .formatted(name, folder.resolve("agent.sh"), name);
    }

    /// What the agent does with prompts of that kind, the first time, the second time …
    ScriptedAgents when(String name, String kind, String... scripts) {
        for (int i = 0; i < scripts.length; i++) {
            Workshop.write(folder.resolve("%s-%s-%d.sh".formatted(name, kind, i + 1)), scripts[i] + "\n");
        }
        return this;
    }

    /// How often it was asked.
    int times(String name, String kind) {
        try (var files = Files.list(folder)) {
            return (int) files.filter(Files::isDirectory)
                    .filter(file -> file.getFileName().toString().startsWith("%s-%s-".formatted(name, kind)))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String prompt(String name, String kind, int time) {
        Path prompt = folder.resolve("%s-%s-%d/prompt".formatted(name, kind, time));
        assertThat(prompt).exists();
        try {
            return Files.readString(prompt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A script that answers with a verdict.
    static String verdict(String decision, String... issues) {
        return """
                cat <<'END'
                I have looked at it.
                ```json
                {"verdict": "%s", "summary": "looked at", "issues": [%s]}
                ```
                END""".formatted(decision, String.join(", ", List.of(issues)));
    }

    /// A script that names an agent for every task that it is asked about.
    static String names(String agent, String reason) {
        String choice = "{\"task\": \"\\1\", \"agent\": \"%s\", \"reason\": \"%s\"}".formatted(agent, reason);
        return """
                choices=$(printf '%%s\\n' "$prompt" | sed -n 's/^### \\(f-[0-9a-f]*\\):.*/%s/p' | paste -s -d ,)
                printf 'I have thought about it.\\n{"choices": [%%s]}\\n' "$choices"
                """.formatted(choice);
    }

    static String issue(String severity, String file, String description) {
        return "{\"type\": \"bug\", \"severity\": \"%s\", \"file\": \"%s\", \"line\": 1, \"description\": \"%s\"}"
                .formatted(severity, file, description);
    }
}
