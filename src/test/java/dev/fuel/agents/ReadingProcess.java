package dev.fuel.agents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/// Reads a run's output as a consumer and as a viewer does, and says how much memory that took.
final class ReadingProcess {
    private ReadingProcess() {}

    /// @param arguments the program whose output it is, and the file
    public static void main(String... arguments) throws IOException {
        Driver driver = Recordings.driver(arguments[0]);
        Path output = Path.of(arguments[1]);
        Path none = output.resolveSibling("none");
        Outcome outcome = RunReading.read(output, none, driver, 0, null);
        var lines = new AtomicLong();
        var log = new TranscriptLog(output, none, driver, Long.MAX_VALUE, _ -> lines.incrementAndGet(), _ -> {});
        log.read();
        log.end();
        long peak = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
        System.out.println(outcome.toolCalls() + " " + lines + " " + peak);
    }
}
