package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.RUNS;
import static dev.fuel.store.jooq.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.domain.Actor;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.jooq.tables.records.TasksRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptQueryTest {
    @TempDir
    Path folder;

    @Test
    void aRowIsWhatJooqReadsOfIt() {
        try (StoreFixture fixture = new StoreFixture(folder)) {
            TaskId first = fixture.add("first").id();
            Task second = fixture.add("second", first);
            fixture.store.read(session -> {
                TasksRecord kept = KeptQueries.get(
                                session.sql(),
                                "one task",
                                () -> session.sql().selectFrom(TASKS).where(TASKS.ID.eq(first.value())),
                                second.id().value())
                        .fetchFirst(row -> row)
                        .orElseThrow();
                TasksRecord read = session.sql()
                        .selectFrom(TASKS)
                        .where(TASKS.ID.eq(second.id().value()))
                        .fetchSingle();
                assertThat(kept.valuesRow()).isEqualTo(read.valuesRow());
                assertThat(kept.getNotBefore()).isNull();
                assertThat(kept.getPortBlock()).isNull();
                return true;
            });
        }
    }

    @Test
    void whatIsAbsentIsNullInEachType() {
        try (StoreFixture fixture = new StoreFixture(folder)) {
            fixture.store.read(session -> {
                List<Object> read = KeptQueries.get(
                                session.sql(),
                                "absent",
                                () -> session.sql()
                                        .select(
                                                DSL.max(RUNS.ID),
                                                DSL.max(RUNS.TOKENS_IN),
                                                DSL.max(RUNS.EXIT_CODE),
                                                DSL.max(RUNS.COST_USD),
                                                DSL.max(RUNS.STARTED_AT))
                                        .from(RUNS))
                        .fetch(row -> (Object) row);
                assertThat(read).hasSize(1);
                assertThat(((Record) read.getFirst()).intoArray()).containsOnlyNulls();
                return true;
            });
        }
    }

    @Test
    void theSameQueryCanBeGivenWhileItsRowsAreRead() {
        try (StoreFixture fixture = new StoreFixture(folder)) {
            TaskId first = fixture.add("first").id();
            TaskId second = fixture.add("second", first).id();
            TaskId third = fixture.add("third", second).id();
            fixture.store.read(session -> {
                List<String> titles = new ArrayList<>();
                title(session, first).forEach(one -> {
                    titles.add(one.value1());
                    title(session, third).forEach(other -> titles.add(other.value1()));
                });
                assertThat(titles).containsExactly("first", "third");
                return true;
            });
        }
    }

    @Test
    void otherValuesThanThoseOfTheQueryAreRefused() {
        try (StoreFixture fixture = new StoreFixture(folder)) {
            TaskId first = fixture.add("first").id();
            fixture.store.read(session -> {
                assertThat(title(session, first).any()).isTrue();
                assertThatThrownBy(() -> KeptQueries.get(session.sql(), "title", KeptQueryTest::never, "a", "b")
                                .any())
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageStartingWith("2 values for the 1 of: select");
                return true;
            });
        }
    }

    @Test
    void aChangeThatARuleForbidsSaysWhichOne() {
        try (StoreFixture fixture = new StoreFixture(folder)) {
            TaskId first = fixture.add("first").id();
            TasksRecord changes = new TasksRecord();
            changes.setTitle("");
            TasksRecord where = new TasksRecord();
            where.setId(first.value());
            assertThatThrownBy(() -> fixture.store.change(Actor.CLI, session -> {
                        int _ = KeptQueries.update(session.sql(), "title of a task", TASKS, changes, where);
                    }))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("CHECK constraint failed");
            assertThat(fixture.task(first).title()).isEqualTo("first");
        }
    }

    private static KeptQuery<Record1<String>> title(Session session, TaskId task) {
        return KeptQueries.get(
                session.sql(),
                "title",
                () -> session.sql().select(TASKS.TITLE).from(TASKS).where(TASKS.ID.eq(task.value())),
                task.value());
    }

    private static ResultQuery<Record1<String>> never() {
        throw new AssertionError("a query that is kept is not made again");
    }
}
