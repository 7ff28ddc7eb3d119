package dev.fuel.process;

import dev.fuel.domain.run.RunId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/// Measures the cost of one-line runs, four at once: `java ... dev.fuel.process.SpawnCost [RUNS]`.
final class SpawnCost {
    private static final int AT_ONCE = 4;

    private SpawnCost() {}

    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length == 0 ? 300 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("spawn-cost");
        var slots = new Semaphore(AT_ONCE);
        long[] spawning = new long[runs];
        try (var manager = new ProcessManager(
                System.getenv(), InstantSource.system(), Duration.ofSeconds(10), _ -> slots.release())) {
            long start = System.nanoTime();
            for (int i = 0; i < runs; i++) {
                slots.acquire();
                var run = new RunId("run-%06x".formatted(i));
                long before = System.nanoTime();
                manager.spawn(new Launch(
                        run,
                        "token-" + i,
                        folder.resolve(run.value()),
                        folder,
                        List.of("sh", "-c", "echo done"),
                        Map.of(),
                        "go",
                        true));
                spawning[i] = System.nanoTime() - before;
            }
            slots.acquire(AT_ONCE);
            double milliseconds = (System.nanoTime() - start) / 1e6;
            Arrays.sort(spawning);
            System.out.printf(
                    "%d runs: %.2f ms each, spawn median %.2f ms%n",
                    runs, milliseconds / runs, spawning[runs / 2] / 1e6);
        }
        new Command(List.of("rm", "-rf", folder.toString()), Path.of("/"), Map.of(), Duration.ofMinutes(1), null).run();
    }
}
