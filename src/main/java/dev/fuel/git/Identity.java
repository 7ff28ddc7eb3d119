package dev.fuel.git;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Whose name commits carry: what the user configured, else Fuel's. Git's own guess from the machine's name is never
/// used.
public record Identity(Optional<String> name, Optional<String> email) {
    static final String NAME = "Fuel";
    static final String EMAIL = "fuel@localhost";

    static Identity of(Git git) {
        var result = git.query("config", "-z", "--get-regexp", "^user\\.(name|email)$");
        Map<String, String> values = new HashMap<>();
        for (String entry : result.stdout().split("\0", -1)) {
            int end = entry.indexOf('\n');
            if (end > 0 && end + 1 < entry.length()) {
                values.put(entry.substring(0, end), entry.substring(end + 1));
            }
        }
        return new Identity(Optional.ofNullable(values.get("user.name")), Optional.ofNullable(values.get("user.email")));
    }

    public boolean isConfigured() {
        return name.isPresent() && email.isPresent();
    }

    /// The git command that commits under this name. Variables that the user has set win, as in git itself.
    Git completing(Git git) {
        Map<String, String> variables = new HashMap<>();
        for (String who : new String[] {"AUTHOR", "COMMITTER"}) {
            variables.put("GIT_" + who + "_NAME", name.orElse(NAME));
            variables.put("GIT_" + who + "_EMAIL", email.orElse(EMAIL));
        }
        variables.putAll(git.environment());
        return git.with(variables);
    }
}
