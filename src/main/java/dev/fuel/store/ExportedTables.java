package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.AGENT_HEALTH;
import static dev.fuel.store.jooq.Tables.AGENT_PROGRAMS;
import static dev.fuel.store.jooq.Tables.ATTACHMENTS;
import static dev.fuel.store.jooq.Tables.BOARD_COUNTS;
import static dev.fuel.store.jooq.Tables.BUDGETS;
import static dev.fuel.store.jooq.Tables.EPICS;
import static dev.fuel.store.jooq.Tables.EVENTS;
import static dev.fuel.store.jooq.Tables.FOREIGN_IDS;
import static dev.fuel.store.jooq.Tables.INBOX;
import static dev.fuel.store.jooq.Tables.PROJECT_STATE;
import static dev.fuel.store.jooq.Tables.REQUESTS;
import static dev.fuel.store.jooq.Tables.REVIEWS;
import static dev.fuel.store.jooq.Tables.ROUTING_DECISIONS;
import static dev.fuel.store.jooq.Tables.ROUTING_PROPOSALS;
import static dev.fuel.store.jooq.Tables.RUNS;
import static dev.fuel.store.jooq.Tables.TASKS;
import static dev.fuel.store.jooq.Tables.TASK_DEPENDENCIES;
import static dev.fuel.store.jooq.Tables.TEST_BASELINES;
import static dev.fuel.store.jooq.Tables.TRIAGES;
import static dev.fuel.store.jooq.Tables.WORKSPACE_FILES;

import java.util.List;
import java.util.Optional;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// What an export holds. Every table of the schema is in one of the two lists.
final class ExportedTables {
    /// In the order in which an import takes them: the triggers of a table need the rows of those before it, and what a
    /// task is to be depends on the runs that were at work on it.
    static final List<ExportedTable> EXPORTED = List.of(
            ExportedTable.numbered(EPICS, EPICS.SEQ),
            // The token is a secret of its process; a process is of its machine.
            ExportedTable.numbered(RUNS, RUNS.SEQ, RUNS.TOKEN, RUNS.PID, RUNS.PID_STARTED_AT),
            // Triggers and ChainLengths keep these; ports are of the machine.
            ExportedTable.numbered(
                    TASKS,
                    TASKS.SEQ,
                    TASKS.NEEDS_HUMAN,
                    TASKS.OPEN_BLOCKERS,
                    TASKS.CHAIN,
                    TASKS.RUNS_OPEN,
                    TASKS.ITEMS_OPEN,
                    TASKS.EPIC_HELD,
                    TASKS.STARTABLE,
                    TASKS.PLACE,
                    TASKS.PORT_BLOCK),
            ExportedTable.sorted(
                    TASK_DEPENDENCIES, TASK_DEPENDENCIES.TASK_ID, TASK_DEPENDENCIES.BLOCKER_ID, TASK_DEPENDENCIES.KIND),
            ExportedTable.sorted(FOREIGN_IDS, FOREIGN_IDS.SOURCE, FOREIGN_IDS.FOREIGN_ID),
            ExportedTable.sorted(REVIEWS, REVIEWS.STARTED_AT, DSL.field(DSL.name("rowid"))),
            ExportedTable.numbered(INBOX, INBOX.SEQ),
            ExportedTable.sorted(AGENT_HEALTH, AGENT_HEALTH.AGENT),
            ExportedTable.numbered(ROUTING_DECISIONS, ROUTING_DECISIONS.ID),
            ExportedTable.sorted(TRIAGES, TRIAGES.TASK_ID),
            ExportedTable.numbered(REQUESTS, REQUESTS.ID),
            ExportedTable.sorted(BUDGETS, BUDGETS.SCOPE, BUDGETS.SUBJECT),
            ExportedTable.sorted(PROJECT_STATE, PROJECT_STATE.NAME),
            ExportedTable.numbered(EVENTS, EVENTS.SEQ));

    static final List<Table<?>> LEFT_OUT = List.of(
            // Kept by triggers.
            BOARD_COUNTS,
            // Of processes, programs and folders of this machine.
            ATTACHMENTS,
            AGENT_PROGRAMS,
            WORKSPACE_FILES,
            // Asked for anew by whoever claims the task.
            ROUTING_PROPOSALS,
            // Found again by the next check, with the tools that are there.
            TEST_BASELINES);

    private ExportedTables() {}

    static Optional<ExportedTable> find(String name) {
        return EXPORTED.stream().filter(table -> table.name().equals(name)).findFirst();
    }
}
