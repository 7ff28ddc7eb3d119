package dev.fuel.agents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The last lines with words in them of what a program wrote to standard error.
///
/// @param lines cleaned and stripped
public record ErrorOutput(List<String> lines) {
    /// Nothing was written.
    public static final ErrorOutput NONE = new ErrorOutput(List.of());

    private static final int LOOKED_AT = 16 << 10;

    /// `Error: …`, perhaps after a time or a name.
    private static final Pattern ERROR = Pattern.compile("^(\\S+\\s+)?(error|fatal)\\b.*", Pattern.CASE_INSENSITIVE);

    public ErrorOutput {
        lines = List.copyOf(lines);
    }

    /// @throws UncheckedIOException if the file exists and cannot be read
    static ErrorOutput of(Path file) {
        if (!Files.exists(file)) {
            return NONE;
        }
        try (var reader = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, reader.length() - LOOKED_AT);
            byte[] end = new byte[(int) (reader.length() - start)];
            reader.seek(start);
            reader.readFully(end);
            return of(new String(end, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /// @param text as written
    public static ErrorOutput of(String text) {
        return new ErrorOutput(CleanText.of(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList());
    }

    /// The last line.
    public Optional<String> last() {
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast());
    }

    /// The last line by which the program itself reports an error; what its tools print looks otherwise.
    public Optional<String> error() {
        return lines.stream().filter(line -> ERROR.matcher(line).matches()).reduce((_, later) -> later);
    }

    /// The first line that holds the words.
    public Optional<String> lineWith(String words) {
        return lines.stream().filter(line -> line.contains(words)).findFirst();
    }
}
