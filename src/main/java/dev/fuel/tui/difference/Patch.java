package dev.fuel.tui.difference;

import java.util.List;

/// A set of changes, file by file.
///
/// @param omitted how many bytes of it were too many and are not here
public record Patch(List<PatchFile> files, long omitted) {
    public static final Patch EMPTY = new Patch(List.of(), 0);

    public Patch {
        files = List.copyOf(files);
    }

    public int added() {
        return files.stream().mapToInt(PatchFile::added).sum();
    }

    public int removed() {
        return files.stream().mapToInt(PatchFile::removed).sum();
    }
}
