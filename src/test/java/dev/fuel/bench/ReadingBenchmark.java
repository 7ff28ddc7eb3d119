package dev.fuel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.agents.Driver;
import dev.fuel.agents.LongRecording;
import dev.fuel.agents.Recordings;
import dev.fuel.agents.RunReading;
import dev.fuel.process.Command;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Reading a run's output against `jq -c .type`, which does less: it looks at one field of each line. In processor
/// time, so that other programs on the machine do not count.
@Tag("bench")
final class ReadingBenchmark {
    private static final long BYTES = 100 << 20;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int ROUNDS = 4;

    @TempDir
    Path folder;

    static List<String> programs() throws IOException {
        return LongRecording.programs();
    }

    /// In a virtual machine of its own, with all that the compiler can do.
    @ParameterizedTest
    @MethodSource("programs")
    void readsFiveTimesAsFastAsJqAtLeast(String program) throws IOException {
        Path output = folder.resolve("stdout.log");
        LongRecording.write(output, program, BYTES);
        long fuel = milliseconds(
                java(), "-XX:+UseSerialGC", "-cp", classes(), Reading.class.getName(), program, output.toString());
        long simply = milliseconds(
                java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes(),
                Reading.class.getName(),
                program,
                output.toString());
        // `times` tells the processor time of the shell's children on its second line, but not within a pipe.
        String awk = "awk '{ split($1, t, /[ms]/); print int((t[1] * 60 + t[2]) * 1000) }'";
        long jq = milliseconds("bash", "-c", "jq -c .type stdout.log >/dev/null; times >times; tail -1 times | " + awk);
        System.out.printf(
                "%-10s %d MB: fuel %d ms (C1 alone: %d ms), jq %d ms, %.1f times as fast%n",
                program, Files.size(output) >> 20, fuel, simply, jq, (double) jq / fuel);
        assertThat(jq).isGreaterThanOrEqualTo(5 * fuel);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin/java").toString();
    }

    private static String classes() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private long milliseconds(String... words) {
        Command.Result result = new Command(List.of(words), folder, Map.of(), LIMIT, null).run();
        assertThat(result.exitCode()).as(result.stderr()).isZero();
        return Long.parseLong(result.stdout().strip());
    }

    /// Prints the best of a few readings, in milliseconds.
    static final class Reading {
        private Reading() {}

        public static void main(String... arguments) {
            Driver driver = Recordings.driver(arguments[0]);
            Path output = Path.of(arguments[1]);
            long fastest = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                long before = processorTime();
                RunReading.read(output, output.resolveSibling("none"), driver, 0, null);
                fastest = Math.min(fastest, processorTime() - before);
            }
            System.out.println(fastest / 1_000_000);
        }

        private static long processorTime() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }
    }
}
