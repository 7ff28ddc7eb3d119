package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.EPICS;
import static dev.fuel.store.jooq.Tables.INBOX;
import static dev.fuel.store.jooq.Tables.REVIEWS;
import static dev.fuel.store.jooq.Tables.RUNS;
import static dev.fuel.store.jooq.Tables.TASKS;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.review.ReviewId;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import java.util.function.Function;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;

/// What an id can be of.
public enum IdKind {
    TASK("task", TaskId.PREFIX, TASKS, TASKS.ID, TaskId::new),
    EPIC("epic", EpicId.PREFIX, EPICS, EPICS.ID, EpicId::new),
    RUN("run", RunId.PREFIX, RUNS, RUNS.ID, RunId::new),
    REVIEW("review", ReviewId.PREFIX, REVIEWS, REVIEWS.ID, ReviewId::new),
    INBOX_ITEM("inbox item", InboxId.PREFIX, INBOX, INBOX.ID, InboxId::new);

    private final String noun;
    private final String prefix;
    private final Table<? extends Record> table;
    private final TableField<? extends Record, String> column;
    private final Function<String, Identifier> parse;

    IdKind(
            String noun,
            String prefix,
            Table<? extends Record> table,
            TableField<? extends Record, String> column,
            Function<String, Identifier> parse) {
        this.noun = noun;
        this.prefix = prefix;
        this.table = table;
        this.column = column;
        this.parse = parse;
    }

    /// What a person calls it.
    public String noun() {
        return noun;
    }

    public String prefix() {
        return prefix;
    }

    Table<? extends Record> table() {
        return table;
    }

    TableField<? extends Record, String> column() {
        return column;
    }

    Identifier parse(String value) {
        return parse.apply(value);
    }
}
