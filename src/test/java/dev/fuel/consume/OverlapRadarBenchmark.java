package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.task.TaskId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a consumer costs that watches four worktrees in which agents edit, talk and commit several times a second: its
/// own processor time and that of the git programs that it starts. The agents are not among its children that have
/// ended, so their work does not count.
@Tag("bench")
class OverlapRadarBenchmark {
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration MEASURED = Duration.ofSeconds(45);
    private static final double TICKS_PER_SECOND = 100;
    private static final int OWN = 11;
    private static final int OF_CHILDREN = 13;

    @TempDir
    Path folder;

    @Test
    void fourBusyWorktreesCostLessThanAHundredthOfAProcessor() throws IOException {
        try (var workshop =
                Workshop.withConfig(folder, Workshop.plainConfig("").replace("timeout: 60s", "timeout: 10m"))) {
            List<TaskId> tasks = IntStream.range(0, 4)
                    .mapToObj(number -> workshop.add("Busy " + number, busy(number)))
                    .toList();
            workshop.consume();
            tasks.forEach(workshop::untilRunning);
            LockSupport.parkNanos(WARM_UP.toNanos());
            long ownBefore = ticks(OWN);
            long before = ticks(OF_CHILDREN);
            LockSupport.parkNanos(MEASURED.toNanos());
            double own = (ticks(OWN) - ownBefore) / TICKS_PER_SECOND / MEASURED.toSeconds();
            double share = own + (ticks(OF_CHILDREN) - before) / TICKS_PER_SECOND / MEASURED.toSeconds();
            System.out.printf(
                    Locale.ROOT,
                    "four busy worktrees: %.2f %% of one processor, %.2f %% of it the consumer's own, %d overlap%n",
                    share * 100,
                    own * 100,
                    workshop.store.read(
                            session -> session.workspaces().overlaps(tasks).size()));
            tasks.forEach(task -> assertThat(workshop.runs(task)).hasSize(1));
            assertThat(share).isLessThan(0.01);
        }
    }

    private static String[] busy(int number) {
        List<String> commands = new ArrayList<>();
        for (int step = 0; step < 600; step++) {
            commands.add("edit shared.txt step" + step);
            commands.add("say step " + step);
            if (step % 5 == 0) {
                commands.add("commit own-%d-%d.txt x".formatted(number, step));
            }
            commands.add("sleep 0.3");
        }
        return commands.toArray(String[]::new);
    }

    /// Time in user and system mode: fields 14 and 15 of `/proc/self/stat`, of children that have ended 16 and 17
    /// (proc(5)), counted from behind the name.
    private static long ticks(int first) throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return IntStream.range(first, first + 2)
                .mapToLong(field -> Long.parseLong(fields[field]))
                .sum();
    }
}
