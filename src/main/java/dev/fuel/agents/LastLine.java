package dev.fuel.agents;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The last line with words in it of a file that may be large.
final class LastLine {
    private static final int LOOKED_AT = 4096;

    private LastLine() {}

    static @Nullable String of(Path file) {
        if (!Files.exists(file)) {
            return null;
        }
        try (var reader = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, reader.length() - LOOKED_AT);
            byte[] end = new byte[(int) (reader.length() - start)];
            reader.seek(start);
            reader.readFully(end);
            return CleanText.of(end, 0, end.length)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .reduce((_, later) -> later)
                    .map(String::strip)
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
