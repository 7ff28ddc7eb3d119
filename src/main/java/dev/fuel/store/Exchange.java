package dev.fuel.store;

import dev.fuel.domain.Refusal;
import dev.fuel.exchange.TextLines;
import dev.fuel.store.ExportReader.Row;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.exc.JacksonIOException;

/// All that a project knows as lines of JSON, and back.
///
/// Into an empty project an export comes as it was, event log and all: exported again it is the same to the byte, but
/// for work that was going on ({@link WorkElsewhere}). Into another one its rows come beside those that are there; the
/// same export once more adds nothing. It is refused whole if anything in it is broken or is here with other content.
public final class Exchange {
    private static final int MOST_PROBLEMS = 20;

    private final Session session;

    Exchange(Session session) {
        this.session = session;
    }

    /// What came of an import.
    ///
    /// @param added     how many rows of each table are new
    /// @param unchanged how many were here already
    /// @param lost      how many runs were at work elsewhere and are lost here
    public record Taken(Map<String, Long> added, Map<String, Long> unchanged, long lost) {}

    /// Writes everything. Once the first byte is written, nothing makes the reading transaction begin again.
    ///
    /// @return how many rows of each table were written
    /// @throws UncheckedIOException if the stream takes no more
    public Map<String, Long> write(OutputStream out) {
        try {
            return session.sql().connectionResult(connection -> ExportWriter.write(connection, out));
        } catch (JacksonIOException failure) {
            throw new UncheckedIOException(failure.getMessage(), failure.getCause());
        }
    }

    /// Takes an export in.
    ///
    /// @throws Refusal if it is broken, cut off, of a newer Fuel, or contradicts what is here: each problem with
    ///                 its line
    public Taken take(TextLines lines) {
        return session.sql().connectionResult(connection -> take(connection, new ExportReader(lines)));
    }

    private Taken take(Connection connection, ExportReader reader) throws SQLException {
        // Runs and reviews name each other, and runs stand before the tasks that they are of.
        Sql.run(connection, "PRAGMA defer_foreign_keys = ON");
        Map<String, Long> added = new LinkedHashMap<>();
        Map<String, Long> unchanged = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        var elsewhere = new WorkElsewhere();
        var closing = new ImportClosing(session, connection);
        try (ImportedRows rows = new ImportedRows(session, connection)) {
            for (Optional<Row> next = reader.next(); next.isPresent(); next = reader.next()) {
                Row told = next.get();
                Row row = elsewhere.here(told);
                String table = row.table().name();
                switch (rows.add(row)) {
                    case ImportedRows.Outcome.Added() -> {
                        added.merge(table, 1L, Long::sum);
                        closing.note(told, row);
                    }
                    case ImportedRows.Outcome.AlreadyThere() -> unchanged.merge(table, 1L, Long::sum);
                    case ImportedRows.Outcome.Conflict(String problem) ->
                        problems.add("line %d: %s".formatted(row.line().number(), problem));
                }
            }
            if (!problems.isEmpty()) {
                throw conflicts(problems);
            }
            if (!added.isEmpty()) {
                closing.close();
                closing.recordLosses();
                if (!rows.beganEmpty()) {
                    session.events().add(StateRepository.PROJECT, "imported", words(added));
                }
            }
        }
        return new Taken(added, unchanged, closing.lostRuns());
    }

    /// `12 tasks, 3 epics`.
    private static String words(Map<String, Long> counts) {
        return String.join(
                ", ",
                counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey().replace('_', ' '))
                        .toList());
    }

    private static Refusal conflicts(List<String> problems) {
        List<String> told = new ArrayList<>(problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
        if (problems.size() > MOST_PROBLEMS) {
            told.add("and %d more".formatted(problems.size() - MOST_PROBLEMS));
        }
        told.add("nothing was imported: an import adds, it changes nothing that is here");
        return new Refusal("import_conflicts", String.join("\n", told));
    }
}
