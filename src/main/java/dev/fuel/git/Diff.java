package dev.fuel.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The text of changes, for people and reviewers: no colours, no programs of the user's run on it.
public final class Diff {
    private static final List<String> PLAIN = List.of(
            "diff",
            "--no-ext-diff",
            "--no-textconv",
            "--no-color",
            "--src-prefix=a/",
            "--dst-prefix=b/",
            "--submodule=short");

    private Diff() {}

    /// How much of a difference is wanted.
    public enum Form {
        PATCH("--patch"),
        STAT("--stat=100"),
        SHORT_STAT("--shortstat"),
        NAMES("--name-only");

        private final String option;

        Form(String option) {
            this.option = option;
        }
    }

    /// @param text    cut at a line's end where it was too long
    /// @param omitted how many bytes were left out
    public record Text(String text, long omitted) {
        static Text of(byte[] beginning, long size) {
            int end = beginning.length;
            while (end < size && end > 0 && beginning[end - 1] != '\n') {
                end--;
            }
            return new Text(new String(beginning, 0, end, UTF_8), size - end);
        }
    }

    /// What `to` changes since it parted from `from` (two commits or branches).
    ///
    /// @param most bytes of text
    public static Text between(Repository repository, String from, String to, Form form, int most) {
        return text(repository.git(), form, most, "--merge-base", from, to, "--");
    }

    /// The commits that `to` has and `from` has not, newest first: a short name and the subject.
    public static List<String> commits(Repository repository, String from, String to, int most) {
        return repository
                .git()
                .read(
                        "log",
                        "--no-color",
                        "--no-show-signature",
                        "--format=%h %s",
                        "--max-count=" + most,
                        "--end-of-options",
                        from + ".." + to)
                .lines()
                .toList();
    }

    /// What differs in a workspace from a commit: committed since, and uncommitted changes of tracked files.
    public static Text ofWorkspace(Repository repository, Path workspace, String from, Form form, int most) {
        return text(repository.git().in(workspace), form, most, from, "--");
    }

    /// Git writes into a file and only its beginning is read: a difference may be larger than our memory.
    private static Text text(Git git, Form form, int most, String... revisions) {
        try {
            Path file = Files.createTempFile("fuel", ".diff");
            try {
                List<String> words = new ArrayList<>(PLAIN);
                words.add(form.option);
                words.add("--output=" + file);
                words.addAll(List.of(revisions));
                git.read(words.toArray(String[]::new));
                try (InputStream input = Files.newInputStream(file)) {
                    return Text.of(input.readNBytes(most), Files.size(file));
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the difference in " + git.directory(), e);
        }
    }
}
