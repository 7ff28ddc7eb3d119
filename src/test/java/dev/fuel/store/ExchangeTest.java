package dev.fuel.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.domain.Actor;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.inbox.NewInboxItem;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunOutcome;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.Usage;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.exchange.TextLines;
import dev.fuel.store.jooq.DefaultSchema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Table;
import org.jooq.TableOptions.TableType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeTest {
    private static final RunOutcome ENDED_WELL = new RunOutcome(
            RunStatus.COMPLETED,
            0,
            null,
            null,
            false,
            "session-1",
            "some-model",
            "done",
            new Usage(1_000L, 20L, null, 0.12, 3),
            "abc",
            "a.txt | 2",
            "");

    @TempDir
    Path folder;

    private StoreFixture here;
    private StoreFixture there;

    @BeforeEach
    void open() throws IOException {
        here = new StoreFixture(folder);
        there = new StoreFixture(Files.createDirectory(folder.resolve("there")), 7);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    static byte[] export(StoreFixture from) {
        var out = new ByteArrayOutputStream();
        from.store.read(session -> session.exchange().write(out));
        return out.toByteArray();
    }

    static Exchange.Taken take(StoreFixture to, byte[] export) {
        return to.store.write(
                Actor.HUMAN, session -> session.exchange().take(new TextLines(new ByteArrayInputStream(export))));
    }

    @Test
    void everyTableIsExportedOrDeliberatelyNot() {
        List<Table<?>> known = Stream.concat(
                        ExportedTables.EXPORTED.stream().<Table<?>>map(ExportedTable::table),
                        ExportedTables.LEFT_OUT.stream())
                .toList();
        List<Table<?>> all = DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                .filter(table -> table.getTableType() == TableType.TABLE)
                .<Table<?>>map(table -> table)
                .toList();
        assertThat(known)
                .as("ExportedTables says of each table whether an export holds it")
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void whatIsTakenIntoAnEmptyProjectIsExportedAgainToTheByte() {
        TaskId closed = fill(here).getFirst();
        byte[] first = export(here);
        assertThat(text(first))
                .startsWith("{\"schema_version\":%d,\"rows\":{\"epics\":1,".formatted(Migrations.NEWEST))
                .endsWith("}\n");

        Exchange.Taken taken = take(there, first);

        assertThat(taken.added()).containsEntry("tasks", 3L).containsEntry("epics", 1L);
        assertThat(taken.unchanged()).isEmpty();
        assertThat(text(export(there))).isEqualTo(text(first));
        assertThat(there.task(closed).status()).isEqualTo(TaskStatus.CLOSED);
        boolean paused = there.store.read(session -> session.state().isPaused());
        assertThat(paused).isTrue();
    }

    @Test
    void theSameExportOnceMoreAddsNothing() {
        fill(here);
        byte[] export = export(here);
        take(there, export);
        byte[] before = export(there);

        Exchange.Taken again = take(there, export);

        assertThat(again.added()).isEmpty();
        assertThat(again.unchanged()).containsEntry("tasks", 3L);
        assertThat(export(there)).isEqualTo(before);
    }

    @Test
    void rowsComeBesideThoseThatAreThereAndTheirNumbersGoOn() {
        TaskId own = there.add("own work").id();
        List<TaskId> foreign = fill(here);
        byte[] export = export(here);

        take(there, export);
        Exchange.Taken again = take(there, export);

        List<Task> all = there.store.read(session -> session.tasks().list(TaskFilter.ALL));
        assertThat(all).extracting(Task::id).containsExactly(own, foreign.get(0), foreign.get(1), foreign.get(2));
        assertThat(all).extracting(Task::seq).containsExactly(1L, 2L, 3L, 4L);
        assertThat(again.added()).isEmpty();
        assertThat(there.store
                        .read(session -> session.events().of("project", 1))
                        .getFirst()
                        .what())
                .isEqualTo("imported");
    }

    @Test
    void twoEventsOfTheSameContentAreTwo() {
        there.add("something else");
        here.store.change(Actor.CLI, session -> {
            session.events().add("project", "config_loaded", "taken up");
            session.events().add("project", "config_loaded", "taken up");
        });
        byte[] export = export(here);
        assertThat(take(there, export).added()).isEqualTo(Map.of("events", 2L));
        assertThat(take(there, export).added()).isEmpty();
    }

    @Test
    void otherContentUnderTheSameIdIsToldWithItsLineAndNothingComesIn() {
        Task task = here.add("as it was");
        take(there, export(here));
        here.store.change(
                Actor.HUMAN, session -> session.tasks().change(task.id()).title("as it is"));
        here.add("new");
        byte[] before = export(there);

        assertThatThrownBy(() -> take(there, export(here)))
                .isInstanceOf(Refusal.class)
                .hasMessage("line 2: tasks %s is here with another title\n".formatted(task.id())
                        + "nothing was imported: an import adds, it changes nothing that is here");
        assertThat(export(there)).isEqualTo(before);
    }

    @Test
    void aSecondOpenItemOfTheSameCauseIsAConflict() {
        NewInboxItem item = new NewInboxItem(InboxType.MESSAGE, "cause", "a message", "", null, null, null);
        here.store.write(Actor.HUMAN, session -> session.inbox().post(item));
        there.store.write(Actor.HUMAN, session -> session.inbox().post(item));
        assertThatThrownBy(() -> take(there, export(here))).hasMessageContaining("line 2: inbox i-");
    }

    @Test
    void aBrokenLineIsNamedAndNothingComesIn() {
        fill(here);
        String export = text(export(here));
        List<String> lines = new ArrayList<>(export.lines().toList());
        lines.set(5, lines.get(5).substring(0, 40));
        assertRefused(lines, "line 6: not JSON");
        lines.set(5, "[]");
        assertRefused(lines, "line 6: not a JSON object");
        lines.set(5, "{\"table\":\"secrets\"}");
        assertRefused(lines, "line 6: there is no table \"secrets\" in an export");
        lines.set(5, "{\"table\":\"tasks\",\"port_block\":1}");
        assertRefused(lines, "line 6: tasks have no column \"port_block\" in an export");
        lines.set(5, "{\"table\":\"tasks\",\"created_at\":\"yesterday\"}");
        assertRefused(lines, "line 6: \"created_at\" cannot be yesterday");
        lines.set(5, "{\"table\":\"tasks\",\"priority\":\"high\"}");
        assertRefused(lines, "line 6: \"priority\" cannot be high");
        lines.set(5, "{\"table\":\"epics\",\"id\":\"e-000000\"}");
        assertRefused(lines, "line 6: rows of epics must stand before those of");
    }

    @Test
    void anExportThatIsCutOffIsRefused() {
        fill(here);
        List<String> lines = text(export(here)).lines().toList();
        assertRefused(lines.subList(0, lines.size() - 1), "the export is not whole, it has");
        assertRefused(lines.subList(0, 1), "the export is not whole, it has 0 of 1 epics, 0 of ");
        assertRefused(List.of(), "not an export of fuel: it is empty");
    }

    @Test
    void anExportOfANewerFuelIsRefusedWithTheVersionThatItNeeds() {
        assertRefused(
                List.of("{\"schema_version\":9999,\"rows\":{}}"),
                "the export has schema 9999, but this fuel knows only up to %d: update to a fuel with schema 9999"
                        .formatted(Migrations.NEWEST));
        assertRefused(List.of("{\"id\":\"bd-1\"}"), "`--from beads`");
    }

    @Test
    void whatIsNamedMustBeThereAndNothingMayWaitForItself() {
        TaskId first = here.add("first").id();
        TaskId second = here.add("second", first).id();
        String export = text(export(here));
        String dangling = export.replace("\"blocker_id\":\"%s\"".formatted(first), "\"blocker_id\":\"f-ffffff\"");
        assertRefused(
                dangling.lines().toList(),
                "task_dependencies names one of the tasks that is neither here nor in the export");

        String link = export.lines()
                .filter(line -> line.contains("task_dependencies\",\""))
                .findFirst()
                .orElseThrow();
        String back = "{\"table\":\"task_dependencies\",\"task_id\":\"%s\",\"blocker_id\":\"%s\",\"kind\":\"blocks\"}"
                .formatted(first, second);
        String circle =
                export.replace(link, back + "\n" + link).replace("\"task_dependencies\":1", "\"task_dependencies\":2");
        assertRefused(circle.lines().toList(), "tasks wait for each other in a circle: f-");
    }

    @Test
    void aWordThatMeansNothingIsRefused() {
        here.add("a task");
        String export = text(export(here)).replace("\"held_by\":\"\"", "\"held_by\":\"the-dog\"");
        assertRefused(export.lines().toList(), "cannot be understood: unknown Hold: the-dog");
    }

    @Test
    void workThatWasGoingOnIsLostHereAndItsTaskMayStartAgain() {
        TaskId task = here.add("a task").id();
        TaskId attached = here.add("attached").id();
        Run run = claim(here, task);
        here.store.change(
                Actor.HUMAN, session -> session.tasks().change(attached).hold(Hold.ATTACH, "attached"));
        String export = text(export(here));
        assertThat(export).doesNotContain(run.token()).contains("\"status\":\"running\"");

        Exchange.Taken taken = take(there, export.getBytes(UTF_8));

        assertThat(taken.lost()).isEqualTo(1);
        Run lost = there.store.read(session -> session.runs().get(run.id()));
        assertThat(lost.status()).isEqualTo(RunStatus.FAILED);
        assertThat(lost.errorType()).isEqualTo(FailureType.LOST);
        assertThat(lost.token()).isNotEqualTo(run.token());
        assertThat(there.task(task).status()).isEqualTo(TaskStatus.OPEN);
        assertThat(there.task(attached).heldBy()).isEmpty();
        assertThat(there.ready()).containsExactly(task, attached);
        assertThat(take(there, export.getBytes(UTF_8)).added()).isEmpty();
    }

    @Test
    void anEpicKeepsTheTriesThatItsSummaryHasHad() {
        EpicId epic = fillEpic(here);
        take(there, export(here));
        int tries = there.store.read(session -> session.epics().summaryTries(epic));
        assertThat(tries).isZero();
    }

    @Test
    void aRehearsalTellsTheSameAndChangesNothing() {
        fill(here);
        byte[] before = export(there);
        byte[] export = export(here);
        Exchange.Taken rehearsed = there.store.rehearse(
                Actor.HUMAN, session -> session.exchange().take(new TextLines(new ByteArrayInputStream(export))));
        assertThat(rehearsed.added()).containsEntry("tasks", 3L);
        assertThat(export(there)).isEqualTo(before);
    }

    /// A bit of everything that an export holds.
    private static List<TaskId> fill(StoreFixture fixture) {
        EpicId epic = fillEpic(fixture);
        TaskId closed = fixture.add("Ünïcode und \"Zitat\" 🚀", epic).id();
        TaskId open = fixture.add("open", closed).id();
        TaskId third = fixture.add("third", open).id();
        Run run = claim(fixture, closed);
        fixture.store.change(Actor.CONSUMER, session -> {
            session.runs().settle(run.id(), run.token(), ENDED_WELL);
            session.tasks().move(closed, Move.SUBMIT, "ended");
            session.reviews().open(closed, run.id(), "abc", List.of());
        });
        fixture.store.change(Actor.HUMAN, session -> {
            session.tasks().move(closed, Move.CLOSE, null);
            session.inbox()
                    .post(new NewInboxItem(InboxType.MESSAGE, "cause", "a message", "text", epic, open, run.id()));
            session.tasks()
                    .change(open)
                    .description("a\tb\u0007\u2028\r\n\\ \u0000 end")
                    .done();
            session.requests().post("review_again", closed.value(), null, null);
            session.state().pause();
        });
        return List.of(closed, open, third);
    }

    private static EpicId fillEpic(StoreFixture fixture) {
        return fixture.store.write(Actor.HUMAN, session -> {
            EpicId epic = session.epics().add("an epic", "", "main").id();
            session.epics().setSummary(epic, "all is done");
            return epic;
        });
    }

    private static Run claim(StoreFixture fixture, TaskId task) {
        return fixture.store.write(
                Actor.CONSUMER,
                session -> session.tasks()
                        .claim(task, NewRun.work(task, StoreFixture.AGENT, null))
                        .orElseThrow());
    }

    private void assertRefused(List<String> lines, String message) {
        byte[] before = export(there);
        byte[] export = lines.stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining())
                .getBytes(UTF_8);
        assertThatThrownBy(() -> take(there, export))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(message);
        assertThat(export(there)).isEqualTo(before);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
