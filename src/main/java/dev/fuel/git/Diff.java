package dev.fuel.git;

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
        SHORT_STAT("--shortstat");

        private final String option;

        Form(String option) {
            this.option = option;
        }
    }

    /// @param text    cut at a line's end where it was too long
    /// @param omitted how many characters were left out
    public record Text(String text, int omitted) {
        static Text of(String whole, int most) {
            if (whole.length() <= most) {
                return new Text(whole, 0);
            }
            int end = whole.lastIndexOf('\n', most) + 1;
            return new Text(whole.substring(0, end), whole.length() - end);
        }
    }

    /// What `to` changes since it parted from `from` (two commits or branches).
    public static Text between(Repository repository, String from, String to, Form form, int most) {
        return text(repository.git(), form, most, "--merge-base", from, to, "--");
    }

    /// What differs in a workspace from a commit: committed since, and uncommitted changes of tracked files.
    public static Text ofWorkspace(Repository repository, Path workspace, String from, Form form, int most) {
        return text(repository.git().in(workspace), form, most, from, "--");
    }

    private static Text text(Git git, Form form, int most, String... revisions) {
        List<String> words = new ArrayList<>(PLAIN);
        words.add(form.option);
        words.addAll(List.of(revisions));
        return Text.of(git.read(words.toArray(String[]::new)), most);
    }
}
