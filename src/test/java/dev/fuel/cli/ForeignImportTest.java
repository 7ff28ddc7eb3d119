package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.domain.task.TaskType;
import dev.fuel.store.TaskFilter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignImportTest {
    /// As Beads writes them, each field where it does.
    private static final String BEADS = """
            {"id":"bd-1","title":"Payments","description":"All of it","status":"open","priority":1,"issue_type":"epic",\
            "created_at":"2025-11-01T10:00:00.123456-08:00","updated_at":"2025-11-02T10:00:00-08:00"}
            {"id":"bd-2","title":"Model","description":"d","design":"tables","acceptance_criteria":"it works",\
            "notes":"n","status":"closed","priority":0,"issue_type":"task","created_at":"2025-11-01T10:00:00Z",\
            "updated_at":"2025-11-03T10:00:00Z","closed_at":"2025-11-03T10:00:00Z","close_reason":"done",\
            "labels":["back end","db"],"dependencies":[{"issue_id":"bd-2","depends_on_id":"bd-1","type":"parent-child",\
            "created_at":"2025-11-01T10:00:00Z","created_by":"x"}]}
            {"id":"bd-3","title":"Endpoint","description":"","status":"blocked","priority":2,"issue_type":"bug",\
            "created_at":"2025-11-01T10:00:00Z","updated_at":"2025-11-01T10:00:00Z","dependencies":[\
            {"issue_id":"bd-3","depends_on_id":"bd-2","type":"blocks"},\
            {"issue_id":"bd-3","depends_on_id":"bd-4","type":"blocks"},\
            {"issue_id":"bd-3","depends_on_id":"bd-2","type":"related"}]}
            {"id":"bd-4","title":"Later","status":"deferred","priority":4,"issue_type":"chore",\
            "created_at":"2025-11-01T10:00:00Z","updated_at":"2025-11-01T10:00:00Z","dependencies":[\
            {"issue_id":"bd-4","depends_on_id":"bd-3","type":"discovered-from"}]}
            {"id":"bd-5","title":"Gone","status":"tombstone","priority":2,"issue_type":"task"}
            """;

    @TempDir
    Path folder;

    private CommandLine fuel;

    @BeforeEach
    void initialise() {
        fuel = new CommandLine(folder);
    }

    @Test
    void issuesOfBeadsBecomeTasksAndEpicsWithAllThatTheySay() {
        assertThat(fuel.giveReading(BEADS, "import", "--from", "beads", "--dry-run")
                        .out())
                .isEqualTo("would import 3 tasks, 1 epics, 4 links between them\n");
        assertThat(tasks()).isEmpty();

        Prompt.Ending imported = fuel.giveReading(BEADS, "import", "--from", "beads");

        assertThat(imported.err()).isEmpty();
        assertThat(imported.out()).isEqualTo("imported 3 tasks, 1 epics, 4 links between them\n");
        Task model = tasks().get(0);
        Task endpoint = tasks().get(1);
        Task later = tasks().get(2);
        assertThat(model.status()).isEqualTo(TaskStatus.CLOSED);
        assertThat(model.closedAt()).isEqualTo(Instant.parse("2025-11-03T10:00:00Z"));
        assertThat(model.createdAt()).isEqualTo(Instant.parse("2025-11-01T10:00:00Z"));
        assertThat(model.reason()).isEqualTo("done");
        assertThat(model.labels()).containsExactly("back-end", "db");
        assertThat(model.priority().value()).isZero();
        assertThat(model.description())
                .isEqualTo("d\n\n## Design\n\ntables\n\n## Acceptance criteria\n\nit works\n\n## Notes\n\nn");
        assertThat(model.epic()).isNotNull();
        assertThat(endpoint.type()).isEqualTo(TaskType.BUG);
        assertThat(endpoint.heldBy()).isEmpty();
        assertThat(endpoint.description()).contains("related: bd-2");
        assertThat(blockers(endpoint)).containsExactly(model.id(), later.id());
        assertThat(later.heldBy()).hasSize(1);
        assertThat(later.reason()).isEqualTo("deferred in Beads");
        assertThat(fuel.out("epics")).contains("Payments");
    }

    @Test
    void theSameIssuesOnceMoreChangeNothing() {
        fuel.giveReading(BEADS, "import", "--from", "beads");
        fuel.out("update", tasks().get(1).id().value(), "--title", "Mine now");
        String before = fuel.give("export").out();

        assertThat(fuel.giveReading(BEADS, "import", "--from", "beads").out())
                .isEqualTo("imported 0 tasks, 0 epics, 0 links between them; 4 were here already\n");
        assertThat(fuel.give("export").out()).isEqualTo(before);
    }

    @Test
    void whatCannotBeTakenIsToldWithItsLineAndTheRestComesIn() {
        Prompt.Ending imported = fuel.giveReading("""
                {"id":"x-1","title":"First","dependencies":[{"depends_on_id":"x-2","type":"blocks"}]}
                {"id":"x-2","title":"Second","dependencies":[{"depends_on_id":"x-1","type":"blocks"},\
                {"depends_on_id":"x-9","type":"blocks"}]}
                {"id":"x-3","title":
                {"title":"no id"}
                {"id":"x-1","title":"First again"}
                {"id":"x-5","title":"Odd","priority":9}
                {"id":"x-6","title":"Odd time","created_at":"yesterday"}
                """, "import", "--from", "beads");
        assertThat(imported.exit()).isZero();
        assertThat(imported.out()).isEqualTo("imported 2 tasks, 0 epics, 1 links between them\n");
        assertThat(imported.err())
                .contains(
                        "line 2: blocks x-1: f-",
                        "that would be a cycle",
                        "line 2: blocks x-9: there is no such issue",
                        "line 3: not JSON",
                        "line 4: not an issue of Beads: it has no id and title",
                        "line 5: x-1 stands there more than once",
                        "line 6: ",
                        "line 7: Text 'yesterday'");
    }

    @Test
    void issuesOfGithubBecomeTasksOfTheirMilestones() {
        String issues = """
                [{"number":7,"title":"Crash on start","body":"It crashes.","state":"OPEN","url":"https://github.com/o/r/issues/7",
                  "labels":[{"name":"bug"},{"name":"priority: high"}],"milestone":{"number":2,"title":"1.0","description":"First"},
                  "assignees":[],"createdAt":"2025-11-01T10:00:00Z","updatedAt":"2025-11-01T10:00:00Z","closedAt":null},
                 {"number":8,"title":"Docs","body":"","state":"CLOSED","url":"https://github.com/o/r/issues/8",
                  "labels":[{"name":"documentation"}],"milestone":null,"assignees":[],
                  "createdAt":"2025-11-01T10:00:00Z","updatedAt":"2025-11-02T10:00:00Z","closedAt":"2025-11-02T10:00:00Z"}]
                """;
        assertThat(fuel.giveReading(issues, "import", "--from", "github").out())
                .isEqualTo("imported 2 tasks, 1 epics, 1 links between them\n");
        Task crash = tasks().get(0);
        assertThat(crash.type()).isEqualTo(TaskType.BUG);
        assertThat(crash.priority().value()).isEqualTo(1);
        assertThat(crash.labels()).containsExactly("bug", "priority:-high");
        assertThat(crash.description()).isEqualTo("It crashes.\n\nhttps://github.com/o/r/issues/7");
        assertThat(crash.epic()).isNotNull();
        assertThat(tasks().get(1).status()).isEqualTo(TaskStatus.CLOSED);
        assertThat(tasks().get(1).type()).isEqualTo(TaskType.DOCS);
        assertThat(fuel.giveReading(issues, "import", "--from", "github").out()).endsWith("; 3 were here already\n");
        assertThat(fuel.giveReading("{\"a\":1}", "import", "--from", "github").err())
                .startsWith("fuel: not what gh prints: pipe in `gh issue list");
    }

    private List<Task> tasks() {
        return fuel.store(session -> session.tasks().list(TaskFilter.ALL));
    }

    private List<TaskId> blockers(Task task) {
        return fuel.store(session -> session.dependencies().blockers(task.id()));
    }
}
