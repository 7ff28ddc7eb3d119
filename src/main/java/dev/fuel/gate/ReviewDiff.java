package dev.fuel.gate;

import dev.fuel.git.Diff;
import dev.fuel.git.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a reviewer is shown of a change: all of it where it fits, else as many files as fit, whole ones, and the names
/// of the others.
///
/// @param leftOut names of files; their change can be seen with git
public record ReviewDiff(String text, List<String> leftOut) {
    /// In characters.
    public static final int MOST = 200_000;

    private static final int MOST_READ = 4_000_000;
    private static final int MOST_NAMES = 200_000;
    private static final Pattern FILE = Pattern.compile("(?m)^(?=diff --git )");

    public ReviewDiff {
        leftOut = List.copyOf(leftOut);
    }

    /// @param base the task's own
    /// @param most characters of text
    public static ReviewDiff between(Repository repository, String base, String head, int most) {
        Diff.Text whole = Diff.between(repository, base, head, Diff.Form.PATCH, MOST_READ);
        if (whole.omitted() == 0 && whole.text().length() <= most) {
            return new ReviewDiff(whole.text(), List.of());
        }
        List<String> names = Diff.between(repository, base, head, Diff.Form.NAMES, MOST_NAMES)
                .text()
                .lines()
                .toList();
        return fitting(FILE.split(whole.text()), names, whole.omitted() > 0, most);
    }

    /// @param files    the difference of each file, in the order of the names
    /// @param lastIsCut whether the last of them is not whole
    private static ReviewDiff fitting(String[] files, List<String> names, boolean lastIsCut, int most) {
        StringBuilder text = new StringBuilder();
        List<String> leftOut = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean whole = i < files.length - (lastIsCut ? 1 : 0);
            if (whole && text.length() + files[i].length() <= most) {
                text.append(files[i]);
            } else {
                leftOut.add(names.get(i));
            }
        }
        return new ReviewDiff(text.toString(), leftOut);
    }
}
