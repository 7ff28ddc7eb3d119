import java.sql.DriverManager;
import java.sql.SQLException;

/// Puts many open tasks into a project's database, as so many `fuel add --type chore` would: three days old, so that
/// their ages on the screen stand still while it is measured.
///
/// A single-file program; needs the SQLite driver on the class path. Arguments: the database, how many tasks, and how
/// many more that wait for the last of these.
final class FillTasks {
    private FillTasks() {}

    public static void main(String[] args) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + args[0]);
                var statement = connection.prepareStatement("""
                        INSERT INTO tasks (id, seq, title, type, created_by, created_at, updated_at)
                        WITH RECURSIVE
                            first(seq) AS (SELECT coalesce(max(seq), 0) + 1 FROM tasks),
                            n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?)
                        SELECT printf('f-%06x', seq + i), seq + i, 'task number ' || i, 'chore', 'cli',
                               strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-3 days'),
                               strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-3 days')
                        FROM first, n
                        """)) {
            statement.setInt(1, Integer.parseInt(args[1]));
            statement.executeUpdate();
            if (args.length > 2) {
                int last;
                try (var found = connection.createStatement().executeQuery("SELECT max(seq) FROM tasks")) {
                    last = found.getInt(1);
                }
                statement.setInt(1, Integer.parseInt(args[2]));
                statement.executeUpdate();
                connection.createStatement().executeUpdate(
                        """
                        INSERT INTO task_dependencies (task_id, blocker_id, kind)
                        SELECT waiting.id, first.id, 'blocks'
                        FROM tasks waiting JOIN tasks first ON first.seq = %1$d WHERE waiting.seq > %1$d
                        """.formatted(last));
            }
        }
    }
}
