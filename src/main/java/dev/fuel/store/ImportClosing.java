package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.EPICS;
import static dev.fuel.store.jooq.Tables.INBOX;
import static dev.fuel.store.jooq.Tables.REVIEWS;
import static dev.fuel.store.jooq.Tables.ROUTING_DECISIONS;
import static dev.fuel.store.jooq.Tables.RUNS;
import static dev.fuel.store.jooq.Tables.TASKS;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.store.ExportReader.Row;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// What is to be done when all rows of an import are in: what triggers made of them is put right, the chains are
/// computed, and all of it is read once as the program will read it.
final class ImportClosing {
    private static final int MOST_PROBLEMS = 20;

    private final Session session;
    private final Connection connection;
    private final Map<String, Integer> summaryTries = new LinkedHashMap<>();
    private final List<Loss> losses = new ArrayList<>();

    ImportClosing(Session session, Connection connection) {
        this.session = session;
        this.connection = connection;
    }

    /// A run, or the task that it was at work on, that is not here what it was elsewhere.
    private record Loss(boolean ofRun, String id, String from, String to) {}

    /// A row has come in.
    ///
    /// @param told as the file tells it
    /// @param row  as it is here
    void note(Row told, Row row) {
        boolean ofRun = row.table().table().equals(RUNS);
        Field<String> status = ofRun ? RUNS.STATUS : TASKS.STATUS;
        if (!Objects.equals(told.value(status), row.value(status))) {
            losses.add(new Loss(
                    ofRun,
                    String.valueOf(row.value(ofRun ? RUNS.ID : TASKS.ID)),
                    String.valueOf(told.value(status)),
                    String.valueOf(row.value(status))));
        }
        if (row.table().table().equals(EPICS) && row.value(EPICS.SUMMARY_TRIES) instanceof Long tries) {
            summaryTries.put(String.valueOf(row.value(EPICS.ID)), tries.intValue());
        }
    }

    /// @throws Refusal if something names what is not there, the dependencies close a cycle, or a value has no meaning
    void close() throws SQLException {
        putBackSummaryTries();
        requireWhatIsNamed();
        ChainLengths.computeAll(session);
        session.epics().list();
        session.health().all();
        session.requests().open();
        read(TASKS, Rows::task);
        read(RUNS, Rows::run);
        read(REVIEWS, Rows::review);
        read(INBOX, Rows::item);
        read(ROUTING_DECISIONS, RoutingRepository::decision);
    }

    long lostRuns() {
        return losses.stream().filter(Loss::ofRun).count();
    }

    /// Writes down what the export cannot tell: what has become of work that was going on elsewhere.
    void recordLosses() {
        for (Loss loss : losses) {
            session.record(
                    loss.id(),
                    loss.ofRun() ? "run_ended" : "task_" + Move.GIVE_BACK.word(),
                    loss.from(),
                    loss.to(),
                    (loss.ofRun() ? "lost: it " : "its run ") + WorkElsewhere.LOST);
        }
    }

    /// A task that comes to an epic gives its summary new tries; these have had theirs.
    private void putBackSummaryTries() {
        summaryTries.forEach((epic, tries) -> session.sql()
                .update(EPICS)
                .set(EPICS.SUMMARY_TRIES, tries)
                .where(EPICS.ID.eq(epic), EPICS.SUMMARY_TRIES.ne(tries))
                .execute());
    }

    private void requireWhatIsNamed() throws SQLException {
        List<String> problems = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet broken = statement.executeQuery("PRAGMA foreign_key_check")) {
            while (broken.next() && problems.size() < MOST_PROBLEMS) {
                problems.add("%s%s names one of the %s that is neither here nor in the export"
                        .formatted(
                                broken.getString("table"),
                                id(broken.getString("table"), broken.getLong("rowid")),
                                broken.getString("parent")));
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal("dangling", String.join("\n", problems));
        }
    }

    /// Which row of the table it is; empty where that cannot be said.
    private String id(String table, long rowid) throws SQLException {
        List<String> keys = ExportedTables.find(table).stream()
                .flatMap(known -> known.key().stream())
                .map(Field::getName)
                .toList();
        if (rowid == 0 || keys.size() != 1) {
            return "";
        }
        try (var select = connection.prepareStatement(
                "SELECT \"%s\" FROM \"%s\" WHERE rowid = ?".formatted(keys.getFirst(), table))) {
            select.setLong(1, rowid);
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? " " + found.getString(1) : "";
            }
        }
    }

    private <R extends Record> void read(Table<R> table, Function<R, ?> reading) {
        try (var rows = session.sql().selectFrom(table).fetchLazy()) {
            for (R row : rows) {
                try {
                    var _ = reading.apply(row);
                } catch (RuntimeException meaningless) {
                    throw new Refusal(
                            "meaningless",
                            "%s %s cannot be understood: %s"
                                    .formatted(table.getName(), row.get("id"), meaningless.getMessage()));
                }
            }
        }
    }
}
