package dev.fuel.app;

import dev.fuel.domain.Refusal;
import dev.fuel.git.Discovery;
import dev.fuel.git.Repository;
import java.nio.file.Path;

/// The repository of a project, for what cannot be done without one.
final class GitRepository {
    private GitRepository() {}

    /// @param purpose as it goes on after "so there is nothing to": `compare`
    /// @throws Refusal if there is no git or no repository
    static Repository require(Project project, String purpose) {
        return switch (Repository.discover(project.root(), project.environment())) {
            case Discovery.Found(Repository repository) -> repository;
            case Discovery.NotARepository(Path folder) ->
                throw new Refusal(
                        "not_a_repository",
                        "%s is not a git repository, so there is nothing to %s".formatted(folder, purpose));
            case Discovery.NoGit(String cause) ->
                throw new Refusal("no_git", "git is needed and cannot be run: " + cause);
            case Discovery.Unusable(String cause) -> throw new Refusal("unusable_repository", cause);
        };
    }
}
