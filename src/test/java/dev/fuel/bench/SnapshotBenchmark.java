package dev.fuel.bench;

import dev.fuel.domain.Actor;
import dev.fuel.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;

/// How long the ready queue and the board take on a database of 100,000 tasks, 300,000 dependencies and 1,000,000 runs.
/// Prints one line per query: p50 and p99 in milliseconds. Optional argument: how many tasks.
final class SnapshotBenchmark {
    private static final int READY = 50;
    private static final int CARDS = 30;
    private static final int WARM_UP = 300;
    private static final int ROUNDS = 1_000;

    private SnapshotBenchmark() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        int tasks = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        Path file = Files.createTempDirectory("fuel-bench").resolve("agent.db");
        Store.open(file, InstantSource.system(), new Random(1)).close();
        fill(file, tasks);
        try (Store store = Store.open(file, InstantSource.system(), new Random(1))) {
            // Their chains, which no trigger keeps.
            store.change(Actor.HUMAN, session -> session.dependencies().many().close());
            System.out.printf("%,d tasks, %,d MB%n", tasks, Files.size(file) >> 20);
            measure(
                    "ready queue (%d)".formatted(READY),
                    () -> store.read(session -> session.queue().ready(READY)).size());
            measure(
                    "board (%d cards per column)".formatted(CARDS),
                    () -> store.read(session -> session.board(CARDS)).columns().size());
        }
    }

    private interface Query {
        int run();
    }

    private static void measure(String name, Query query) {
        long[] nanos = new long[ROUNDS];
        int sum = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long start = System.nanoTime();
            sum += query.run();
            if (round >= 0) {
                nanos[round] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%-30s p50 %6.2f ms   p99 %6.2f ms   (%d rows a time)%n",
                name, nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 99 / 100] / 1e6, sum / (ROUNDS + WARM_UP));
    }

    /// Bulk inserts with the triggers of dependencies and moves taken away; the counters are computed once at the
    /// end.
    private static void fill(Path file, int tasks) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
            for (String trigger :
                    new String[] {"dependency_added", "task_placed", "task_changed_place", "run_opened"}) {
                statement.execute("DROP TRIGGER " + trigger);
            }
            statement.execute("BEGIN");
            for (String sql : STATEMENTS) {
                statement.execute(sql.replace(":tasks", Integer.toString(tasks)));
            }
            statement.execute("COMMIT");
            statement.execute("ANALYZE");
        }
    }

    private static final String[] STATEMENTS = {
        """
        INSERT INTO epics (id, seq, title, created_at, updated_at)
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
        SELECT printf('e-%06x', i), i, 'epic ' || i, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z' FROM n
        """,
        """
        INSERT INTO tasks (id, seq, title, description, priority, status, held_by, epic_id, labels, not_before,
                           created_by, created_at, updated_at, started_at, closed_at)
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :tasks)
        SELECT printf('f-%06x', i), i, 'task number ' || i, printf('%.200c', 'x'), i % 5,
               CASE WHEN i < :tasks / 2 THEN 'closed' WHEN i % 1000 = 0 THEN 'review' ELSE 'open' END,
               CASE WHEN i % 997 = 0 THEN 'stuck' WHEN i % 499 = 0 THEN 'person' ELSE '' END,
               CASE WHEN i % 2 THEN printf('e-%06x', 1 + i % 500) END, 'a,b',
               CASE WHEN i % 3000 = 0 THEN '2099-01-01T00:00:00.000Z' END,
               'cli', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z',
               CASE WHEN i < :tasks / 2 THEN '2026-01-01T00:00:00.000Z' END
        FROM n
        """,
        """
        INSERT INTO task_dependencies (task_id, blocker_id)
        WITH k(j) AS (VALUES (1), (2), (3), (4))
        SELECT t.id, printf('f-%06x', t.seq - j * 7) FROM tasks t, k
        WHERE t.seq > 30 AND t.seq % 10 <> 0
        """,
        """
        INSERT INTO runs (id, seq, kind, task_id, agent, status, token, started_at, completed_at, duration_ms, final_text,
                          diff_stat)
        WITH k(j) AS (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9))
        SELECT printf('run-%06x', t.seq * 10 + j), t.seq * 10 + j, 'work', t.id, 'claude', 'completed',
               printf('%032x', t.seq * 10 + j), '2026-01-01T00:00:00.000Z', '2026-01-01T00:01:00.000Z', 60000,
               printf('%.100c', 'y'), '+84 -12'
        FROM tasks t, k
        """,
        """
        UPDATE tasks SET open_blockers = (SELECT count(*) FROM unsatisfied_blockers u WHERE u.task_id = tasks.id)
        WHERE status = 'open'
        """,
        "UPDATE board_counts SET tasks = (SELECT count(*) FROM tasks t WHERE t.place = board_counts.place)"
    };
}
