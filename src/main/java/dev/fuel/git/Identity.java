package dev.fuel.git;

import java.util.Map;

/// Whose name commits carry: what the user configured, else Fuel's. Git's own guess from the machine's name is never
/// used.
final class Identity {
    static final String NAME = "Fuel";
    static final String EMAIL = "fuel@localhost";

    private Identity() {}

    static boolean isConfigured(Git git) {
        return git.query("-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT")
                .isSuccess();
    }

    /// The git command that can commit.
    static Git completing(Git git) {
        return isConfigured(git)
                ? git
                : git.with(Map.of(
                        "GIT_AUTHOR_NAME", NAME,
                        "GIT_AUTHOR_EMAIL", EMAIL,
                        "GIT_COMMITTER_NAME", NAME,
                        "GIT_COMMITTER_EMAIL", EMAIL));
    }
}
