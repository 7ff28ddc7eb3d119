import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/// Measures the screen through a real terminal. Prints figures, one `name value` a line.
///
///     ScreenBench frame LAUNCHER PROJECT            from the start of the process to the first full board
///     ScreenBench keys LAUNCHER PROJECT KEYS RUNS   from a key to the screen that it changes, while agents print
///     ScreenBench memory LAUNCHER PROJECT RUNS      memory after agents have printed what they had to
///
/// A program of two files, which Java compiles as it starts it (JEP 458).
final class ScreenBench {
    private static final long LIMIT = 60_000;
    private static final int COLUMNS = 200;
    private static final int ROWS = 60;

    private ScreenBench() {}

    public static void main(String[] arguments) throws Throwable {
        Path launcher = Path.of(arguments[1]);
        Path project = Path.of(arguments[2]);
        try (Pty screen = new Pty(
                COLUMNS, ROWS, project, Map.of("TERM", "xterm-256color", "COLORTERM", "truecolor"), launcher.toString())) {
            long start = System.nanoTime();
            screen.await("task number", true, LIMIT);
            print("first_frame_ms", (System.nanoTime() - start) / 1e6);
            print("first_frame_cpu_ms", processorMillis(screen));
            try {
                switch (arguments[0]) {
                    case "frame" -> {}
                    case "keys" -> keys(screen, Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
                    case "memory" -> memory(screen, Integer.parseInt(arguments[3]));
                    default -> throw new IllegalArgumentException(arguments[0]);
                }
            } finally {
                leave(screen);
            }
        }
    }

    private static void work(Pty screen, int runs) throws Throwable {
        screen.type("P");
        screen.await("Running %d".formatted(runs), true, LIMIT);
        for (int panes = 1; panes < 4; panes++) {
            screen.type("O");
            Thread.sleep(200);
        }
    }

    private static void keys(Pty screen, int count, int runs) throws Throwable {
        work(screen, runs);
        Thread.sleep(5_000); // the virtual machine gets warm
        Random random = new Random(4);
        double[] millis = new double[count];
        long processor = processorMillis(screen);
        long bytes = screen.bytes();
        long start = System.nanoTime();
        for (int key = -20; key < count; key++) {
            Thread.sleep(30 + random.nextInt(60));
            long pressed = System.nanoTime();
            screen.type(":");
            screen.await("Go to or do", true, LIMIT);
            if (key >= 0) {
                millis[key] = (System.nanoTime() - pressed) / 1e6;
            }
            screen.type("\u001b");
            screen.await("Go to or do", false, LIMIT);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(millis);
        print("key_p50_ms", millis[count / 2]);
        print("key_p99_ms", millis[count * 99 / 100]);
        print("key_max_ms", millis[count - 1]);
        print("cpu_percent", (processorMillis(screen) - processor) / seconds / 10);
        print("kilobytes_per_second", (screen.bytes() - bytes) / seconds / 1024);
        print("resident_mb", resident(screen));
    }

    private static void memory(Pty screen, int runs) throws Throwable {
        work(screen, runs);
        long deadline = System.nanoTime() + 30 * LIMIT * 1_000_000;
        while (!screen.has("Done %d".formatted(runs))) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the agents do not come to an end");
            }
            Thread.sleep(500);
        }
        print("resident_mb", resident(screen));
        print("peak_mb", status(screen, "VmHWM"));
    }

    /// Agents that still run are stopped, so that none outlives the measurement.
    private static void leave(Pty screen) throws Throwable {
        screen.type("q");
        for (int waited = 0; waited < 400 && screen.process().isAlive(); waited++) {
            Thread.sleep(100);
            if (waited == 5 && screen.has("stop")) {
                screen.type("s");
            }
        }
        if (screen.process().isAlive()) {
            throw new IllegalStateException("the screen does not leave");
        }
    }

    private static ProcessHandle program(Pty screen) {
        ProcessHandle own = screen.process().toHandle();
        return own.descendants()
                .filter(each -> each.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElse(own);
    }

    private static long processorMillis(Pty screen) {
        return program(screen).info().totalCpuDuration().orElseThrow().toMillis();
    }

    private static double resident(Pty screen) throws Exception {
        return status(screen, "VmRSS");
    }

    private static double status(Pty screen, String name) throws Exception {
        return Files.readAllLines(Path.of("/proc/%d/status".formatted(program(screen).pid()))).stream()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static void print(String name, double value) {
        System.out.printf("%s %.1f%n", name, value);
    }
}
