package dev.fuel.tui.difference;

import dev.fuel.tui.difference.PatchFile.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what `git diff --patch` prints, with the prefixes `a/` and `b/` (the format is that of git's own
/// documentation, `git-diff`, "Generating patch text with -p"). Text that is cut off anywhere is read up to there;
/// nothing makes it fail.
public final class PatchReader {
    /// Of one file; a difference that is longer is no reading matter.
    static final int MOST_LINES = 20_000;

    private static final Pattern HUNK =
            Pattern.compile("@@ -(\\d{1,9})(?:,(\\d{1,9}))? \\+(\\d{1,9})(?:,(\\d{1,9}))? @@.*");

    private final UnaryOperator<String> clean;
    private final List<PatchFile> files = new ArrayList<>();
    private List<String> facts = new ArrayList<>();
    private List<Hunk> hunks = new ArrayList<>();
    private List<PatchLine> lines = new ArrayList<>();
    private String path = "";
    private String heading = "";
    private String oldMode = "";
    private Change change = Change.MODIFIED;
    private boolean inFile;
    private int before;
    private int after;
    private int beforeLeft;
    private int afterLeft;
    private int added;
    private int removed;
    private int kept;
    private int omitted;

    private PatchReader(UnaryOperator<String> clean) {
        this.clean = clean;
    }

    /// @param omitted how many bytes are missing at the end of the text
    /// @param clean   makes a line harmless for the screen
    public static Patch read(String text, long omitted, UnaryOperator<String> clean) {
        PatchReader reader = new PatchReader(clean);
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            reader.take(text.substring(start, end));
            start = end + 1;
        }
        if (start < text.length()) {
            reader.take(text.substring(start));
        }
        reader.endFile();
        return new Patch(reader.files, omitted);
    }

    private void take(String line) {
        if (beforeLeft > 0 || afterLeft > 0) {
            takeBody(line);
        } else if (line.startsWith("diff --git ")) {
            endFile();
            inFile = true;
            path = pathOfHeader(line.substring("diff --git ".length()));
        } else if (inFile && line.startsWith("@@ ")) {
            takeHunk(line);
        } else if (line.startsWith("\\")) {
            markUnended();
        } else if (inFile) {
            takeFact(line);
        }
    }

    private void takeHunk(String line) {
        Matcher matcher = HUNK.matcher(line);
        if (!matcher.matches()) {
            return;
        }
        endHunk();
        heading = clean.apply(line);
        before = Integer.parseInt(matcher.group(1));
        after = Integer.parseInt(matcher.group(3));
        beforeLeft = count(matcher.group(2));
        afterLeft = count(matcher.group(4));
    }

    private static int count(@Nullable String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }

    private void takeBody(String line) {
        char sign = line.isEmpty() ? ' ' : line.charAt(0);
        switch (sign) {
            case '+' -> {
                keep(PatchLine.Kind.ADDED, 0, after, line);
                after++;
                afterLeft--;
                added++;
            }
            case '-' -> {
                keep(PatchLine.Kind.REMOVED, before, 0, line);
                before++;
                beforeLeft--;
                removed++;
            }
            case '\\' -> markUnended();
            case ' ' -> {
                keep(PatchLine.Kind.CONTEXT, before, after, line);
                before++;
                after++;
                beforeLeft--;
                afterLeft--;
            }
            default -> {
                // No line of a hunk begins like this: it has fewer lines than it says.
                beforeLeft = 0;
                afterLeft = 0;
                take(line);
            }
        }
    }

    /// A carriage return at the end of a changed line may be the whole change, so it is shown.
    private void keep(PatchLine.Kind kind, int numberBefore, int numberAfter, String line) {
        if (kept >= MOST_LINES) {
            omitted++;
            return;
        }
        kept++;
        String text = line.isEmpty() ? "" : line.substring(1);
        boolean returns = text.endsWith("\r");
        String body = returns ? text.substring(0, text.length() - 1) : text;
        String shown = clean.apply(body.replace("\r", "^M")) + (returns && kind != PatchLine.Kind.CONTEXT ? "^M" : "");
        lines.add(new PatchLine(kind, numberBefore, numberAfter, shown, false));
    }

    private void markUnended() {
        if (!lines.isEmpty()) {
            lines.set(lines.size() - 1, lines.getLast().withoutEnd());
        }
    }

    private void takeFact(String line) {
        if (line.startsWith("+++ ") || line.startsWith("--- ")) {
            path = name(line.substring(4), path);
        } else if (line.startsWith("new file mode ")) {
            change = Change.ADDED;
            tellMode(line.substring("new file mode ".length()));
        } else if (line.startsWith("deleted file mode ")) {
            change = Change.DELETED;
        } else if (line.startsWith("old mode ")) {
            oldMode = line.substring("old mode ".length());
        } else if (line.startsWith("new mode ")) {
            facts.add(clean.apply("mode %s becomes %s".formatted(oldMode, line.substring("new mode ".length()))));
        } else if (line.startsWith("rename from ")) {
            change = Change.RENAMED;
            facts.add(clean.apply("renamed from " + GitPath.plain(line.substring("rename from ".length()))));
        } else if (line.startsWith("copy from ")) {
            change = Change.COPIED;
            facts.add(clean.apply("copied from " + GitPath.plain(line.substring("copy from ".length()))));
        } else if (line.startsWith("rename to ")) {
            path = clean.apply(GitPath.plain(line.substring("rename to ".length())));
        } else if (line.startsWith("copy to ")) {
            path = clean.apply(GitPath.plain(line.substring("copy to ".length())));
        } else if (line.startsWith("Binary files ") || line.startsWith("GIT binary patch")) {
            facts.add("binary: there are no lines to show");
        }
    }

    /// The usual mode needs no words.
    private void tellMode(String mode) {
        switch (mode) {
            case "100644" -> {}
            case "100755" -> facts.add("can be executed");
            case "120000" -> facts.add("a symbolic link");
            case "160000" -> facts.add("a submodule");
            default -> facts.add(clean.apply("mode " + mode));
        }
    }

    private String name(String quoted, String otherwise) {
        String plain = GitPath.plain(quoted);
        return plain.equals("/dev/null") ? otherwise : clean.apply(GitPath.withoutPrefix(plain));
    }

    private String pathOfHeader(String names) {
        return clean.apply(GitPath.ofHeader(names));
    }

    private void endHunk() {
        if (!lines.isEmpty()) {
            hunks.add(new Hunk(heading, lines));
            lines = new ArrayList<>();
        }
    }

    private void endFile() {
        endHunk();
        if (inFile) {
            files.add(new PatchFile(path, change, facts, hunks, added, removed, omitted));
        }
        facts = new ArrayList<>();
        hunks = new ArrayList<>();
        change = Change.MODIFIED;
        added = 0;
        removed = 0;
        kept = 0;
        omitted = 0;
        beforeLeft = 0;
        afterLeft = 0;
    }
}
