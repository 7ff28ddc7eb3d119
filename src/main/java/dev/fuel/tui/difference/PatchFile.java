package dev.fuel.tui.difference;

import java.util.List;

/// What is changed in one file.
///
/// @param path    its name now; of a deleted file the one that it had
/// @param facts   what no line shows: renames, modes, that it is binary
/// @param added   how many lines, also of those that are left out
/// @param omitted how many lines of the difference are left out, since there are too many
public record PatchFile(
        String path, Change change, List<String> facts, List<Hunk> hunks, int added, int removed, int omitted) {
    /// What happens to the file, with git's letter for it.
    public enum Change {
        ADDED('A'),
        DELETED('D'),
        MODIFIED('M'),
        RENAMED('R'),
        COPIED('C');

        private final char letter;

        Change(char letter) {
            this.letter = letter;
        }

        public char letter() {
            return letter;
        }
    }

    public PatchFile {
        facts = List.copyOf(facts);
        hunks = List.copyOf(hunks);
    }

    /// The path's last part.
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
