package dev.fuel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.agents.Driver;
import dev.fuel.agents.LongRecording;
import dev.fuel.agents.Recordings;
import dev.fuel.agents.RunReading;
import dev.fuel.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Reading a run's output against `jq -c .type`, which does less: it looks at one field of each line.
@Tag("bench")
final class ReadingBenchmark {
    private static final long BYTES = 100 << 20;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int ROUNDS = 3;

    @TempDir
    Path folder;

    static List<String> programs() throws IOException {
        return LongRecording.programs();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void readsFiveTimesAsFastAsJq(String program) throws Exception {
        Path output = folder.resolve("stdout.log");
        LongRecording.write(output, program, BYTES);
        Driver driver = Recordings.driver(program);
        Path none = folder.resolve("none");
        long fuel = fastest(() -> RunReading.read(output, none, driver, 0, null));
        var jq = new Command(List.of("sh", "-c", "jq -c .type stdout.log >/dev/null"), folder, Map.of(), LIMIT, null);
        long other = fastest(() -> {
            assertThat(jq.run().exitCode()).isZero();
            return output;
        });
        System.out.printf(
                "%-10s %d MB: fuel %d ms, jq %d ms, %.1f times as fast%n",
                program, Files.size(output) >> 20, fuel, other, (double) other / fuel);
        assertThat(other).isGreaterThanOrEqualTo(5 * fuel);
    }

    /// In milliseconds.
    private static long fastest(Callable<?> work) throws Exception {
        long fastest = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = System.nanoTime();
            assertThat(work.call()).isNotNull();
            fastest = Math.min(fastest, (System.nanoTime() - before) / 1_000_000);
        }
        return fastest;
    }
}
