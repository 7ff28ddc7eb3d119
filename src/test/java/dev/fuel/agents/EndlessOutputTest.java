package dev.fuel.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.process.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Output of any length is read in the memory that a short one takes.
@Tag("soak")
@EnabledOnOs(OS.LINUX)
class EndlessOutputTest {
    private static final long MEGABYTE = 1 << 20;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    static List<String> programs() throws IOException {
        return LongRecording.programs();
    }

    /// @param toolCalls  as a consumer counts them
    /// @param lines      as a viewer sees them
    /// @param peakMemory of the process, in KiB
    private record Reading(long toolCalls, long lines, long peakMemory) {}

    @ParameterizedTest
    @MethodSource("programs")
    void aGigabyteTakesNoMoreMemoryThanATenthOfIt(String program) throws IOException {
        Reading tenth = reading(program, 100 * MEGABYTE);
        Reading whole = reading(program, 1024 * MEGABYTE);
        assertThat(whole.toolCalls()).isGreaterThan(9 * tenth.toolCalls());
        assertThat(whole.lines()).isGreaterThan(9 * tenth.lines());
        assertThat(whole.peakMemory()).isLessThan(tenth.peakMemory() + 32 * 1024);
    }

    /// With one line in it that is longer than the memory allows.
    private Reading reading(String program, long bytes) throws IOException {
        Path output = folder.resolve("stdout.log");
        LongRecording.write(output, program, bytes);
        byte[] piece = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (var end = Files.newOutputStream(output, StandardOpenOption.APPEND)) {
            for (int i = 0; i < 100; i++) {
                end.write(piece);
            }
            end.write('\n');
        }
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> words = List.of(
                java,
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                classes,
                ReadingProcess.class.getName(),
                program,
                output.toString());
        Command.Result result = new Command(words, folder, Map.of(), LIMIT, null).run();
        assertThat(result.exitCode()).as(result.stderr()).isZero();
        String[] numbers = result.stdout().strip().split(" ", -1);
        Files.delete(output);
        return new Reading(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
    }
}
