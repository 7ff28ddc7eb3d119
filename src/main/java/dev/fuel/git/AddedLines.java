package dev.fuel.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The lines of a workspace's files that are not in a commit, by the files' names. A file that was only renamed has
/// none. Files whose names git has to quote (line ends, tabs, quotation marks) are left out.
public final class AddedLines {
    /// Of the format that `git diff` calls unified: where a hunk's lines stand in the old and in the new file.
    private static final Pattern HUNK = Pattern.compile("@@ -\\d+(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@.*");

    private static final String NEW_NAME = "+++ b/";

    private final Map<String, BitSet> lines = new TreeMap<>();

    private AddedLines() {}

    /// @return for each file that has some, its added lines, counted from 1
    public static Map<String, BitSet> since(Repository repository, Path workspace, String base) {
        try {
            Path file = Files.createTempFile("fuel", ".diff");
            try {
                repository
                        .git()
                        .in(workspace)
                        .read(
                                "diff",
                                "--no-ext-diff",
                                "--no-textconv",
                                "--unified=0",
                                "--find-renames",
                                "--src-prefix=a/",
                                "--dst-prefix=b/",
                                "--output=" + file,
                                base,
                                "--");
                return read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what was added in " + workspace, e);
        }
    }

    private static Map<String, BitSet> read(Path diff) throws IOException {
        AddedLines added = new AddedLines();
        var decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(diff), decoder))) {
            added.read(reader);
        }
        return added.lines;
    }

    /// A hunk says how many lines it has, and so a line of text is never taken for a head.
    private void read(BufferedReader diff) throws IOException {
        @Nullable String file = null;
        long text = 0;
        for (String line = diff.readLine(); line != null; line = diff.readLine()) {
            if (text > 0) {
                text -= line.startsWith("\\") ? 0 : 1;
                continue;
            }
            Matcher hunk = HUNK.matcher(line);
            if (line.startsWith("diff ")) {
                file = null;
            } else if (line.startsWith(NEW_NAME)) {
                // Git puts a tab behind a name that has a space in it.
                file = line.substring(NEW_NAME.length(), line.length() - (line.endsWith("\t") ? 1 : 0));
            } else if (hunk.matches()) {
                int first = Integer.parseInt(hunk.group(2));
                int count = count(hunk.group(3));
                text = (long) count(hunk.group(1)) + count;
                if (file != null && count > 0) {
                    lines.computeIfAbsent(file, _ -> new BitSet()).set(first, first + count);
                }
            }
        }
    }

    private static int count(@Nullable String written) {
        return written == null ? 1 : Integer.parseInt(written);
    }
}
