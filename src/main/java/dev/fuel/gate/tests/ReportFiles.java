package dev.fuel.gate.tests;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The reports in a workspace that a glob names. Links are not followed, and git's and Fuel's own folders are passed
/// over.
///
/// @param fresh the matching files written since the command began, sorted
/// @param stale how many matching files are older
record ReportFiles(List<Path> fresh, int stale) {
    private static final Set<String> NEVER = Set.of(".git", ".fuel");

    /// @param glob  as of [FileSystem#getPathMatcher], from the root; `**/` also stands for no folder at all
    /// @param since when the command began, by the clock that the file system stamps its files with
    /// @throws IOException if the workspace cannot be read
    static ReportFiles find(Path root, String glob, Instant since) throws IOException {
        Search search = new Search(root, matcher(root.getFileSystem(), glob), since);
        try {
            Files.walkFileTree(start(root, glob), search);
        } catch (NoSuchFileException _) {
            // Not even the folder is there, so there are no reports.
        }
        search.fresh.sort(null);
        return new ReportFiles(search.fresh, search.stale);
    }

    private static PathMatcher matcher(FileSystem system, String glob) {
        // Groups cannot be nested: in a glob that has some, `**/` keeps the platform's meaning.
        return system.getPathMatcher("glob:" + (glob.contains("{") ? glob : glob.replace("**/", "{,**/}")));
    }

    /// The deepest folder that the glob names without a wildcard: a large tree beside it is not walked.
    private static Path start(Path root, String glob) {
        Path start = root;
        String[] names = glob.split("/", -1);
        for (int i = 0; i < names.length - 1 && names[i].matches("[^*?\\[\\]{}\\\\]+"); i++) {
            start = start.resolve(names[i]);
        }
        return start.normalize().startsWith(root.normalize()) ? start : root;
    }

    private static final class Search extends SimpleFileVisitor<Path> {
        private final Path root;
        private final PathMatcher matcher;
        private final Instant since;
        private final List<Path> fresh = new ArrayList<>();
        private int stale;

        Search(Path root, PathMatcher matcher, Instant since) {
            this.root = root;
            this.matcher = matcher;
            this.since = since;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(root) && NEVER.contains(String.valueOf(folder.getFileName()))
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            Path name = root.relativize(file);
            if (attributes.isRegularFile() && matcher.matches(name)) {
                if (isFresh(attributes.lastModifiedTime())) {
                    fresh.add(file);
                } else {
                    stale++;
                }
            }
            return FileVisitResult.CONTINUE;
        }

        /// Whatever the tests have removed or locked in the meantime is no report.
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (file.equals(root)) {
                throw failure;
            }
            return FileVisitResult.CONTINUE;
        }

        /// Some file systems keep whole seconds only.
        private boolean isFresh(FileTime modified) {
            Instant at = modified.toInstant();
            Instant second = at.truncatedTo(ChronoUnit.SECONDS);
            return !at.isBefore(at.equals(second) ? since.truncatedTo(ChronoUnit.SECONDS) : since);
        }
    }
}
