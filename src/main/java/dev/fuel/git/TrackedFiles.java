package dev.fuel.git;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The files of a workspace that git knows.
public final class TrackedFiles {
    private TrackedFiles() {}

    /// @param wanted by their names from the workspace's root
    /// @return the names of those that are there, links left out
    public static List<String> of(Repository repository, Path workspace, Predicate<String> wanted) {
        String names = repository.git().in(workspace).read("ls-files", "-z", "--cached");
        return Stream.of(names.split("\0", -1))
                .filter(name -> !name.isEmpty() && wanted.test(name))
                .filter(name -> Files.isRegularFile(workspace.resolve(name), LinkOption.NOFOLLOW_LINKS))
                .toList();
    }
}
