package dev.fuel.git;

import java.util.List;

/// Names of branches.
public final class Branches {
    private Branches() {}

    /// Those that begin so, without `refs/heads/`.
    ///
    /// @param prefix ends with a slash: `fuel/`
    public static List<String> below(Repository repository, String prefix) {
        return repository
                .git()
                .read("for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads/" + prefix)
                .lines()
                .toList();
    }
}
