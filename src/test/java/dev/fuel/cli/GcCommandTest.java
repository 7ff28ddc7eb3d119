package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.consume.ConsumerLock;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.TaskId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GcCommandTest {
    @TempDir
    Path folder;

    private GitProject project;
    private CommandLine fuel;

    @BeforeEach
    void makeProject() {
        project = new GitProject(folder);
        fuel = project.fuel;
    }

    @Test
    void whatIsMergedAndOverGoesAndWhatIsNotStays() throws Exception {
        String merged = fuel.out("add", "Merged");
        Run run = project.worked(merged, "two\n");
        project.git("merge", "--quiet", "--ff-only", "fuel/" + merged);
        fuel.out("done", merged);
        String givenUp = fuel.out("add", "Given up");
        Run givenUpRun = project.worked(givenUp, "three\n");
        fuel.out("cancel", givenUp);
        String open = fuel.out("add", "Open");
        Run openRun = project.worked(open, "four\n");

        String wouldGo = fuel.out("gc", "--dry-run", "--older", "0s");
        assertThat(wouldGo)
                .contains(
                        "would remove 1 merged worktree, ",
                        "would remove 3 runs' files, ",
                        "would remove 2 references to old work")
                .contains("kept %s: fuel/%s is not merged into".formatted(givenUp, givenUp));
        assertThat(project.worktree(merged)).exists();

        fuel.out("gc", "--older", "0s");
        assertThat(project.worktree(merged)).doesNotExist();
        assertThat(project.worktree(givenUp)).exists();
        assertThat(project.worktree(open)).exists();
        assertThat(project.refs().lines())
                .containsExactly(
                        "refs/fuel/runs/" + openRun.id(),
                        "refs/heads/fuel/" + givenUp,
                        "refs/heads/fuel/" + open,
                        "refs/heads/main");
        assertThat(project.processes(run)).doesNotExist();
        assertThat(project.processes(givenUpRun).getParent()).doesNotExist();
        assertThat(fuel.out("run:show", run.id().value())).contains("said", "a.txt | 2");
        assertThat(fuel.out("diff", merged)).endsWith("-one\n+two");
        assertThat(fuel.out("gc", "--older", "0s")).startsWith("nothing to remove");
    }

    @Test
    void nothingOfARunThatIsAtWorkOrEndedLatelyGoes() {
        String late = fuel.out("add", "Late");
        Run ended = project.worked(late, "two\n");
        String working = fuel.out("add", "Working");
        Run running = fuel.claim(working);
        GitProject.write(project.processes(running).resolve("stdout.log"), "at work\n");

        assertThat(fuel.out("gc")).startsWith("nothing to remove");
        fuel.out("gc", "--older", "0s");
        assertThat(project.processes(running).resolve("stdout.log")).exists();
        assertThat(project.processes(ended)).doesNotExist();
        assertThat(project.refs()).contains("refs/fuel/runs/" + ended.id());
    }

    @Test
    void whatWasCutOffIsFinishedByTheNext() throws Exception {
        String merged = fuel.out("add", "Merged");
        Run run = project.worked(merged, "two\n");
        project.git("merge", "--quiet", "--ff-only", "fuel/" + merged);
        fuel.out("done", merged);
        project.git(
                "worktree",
                "add",
                "--quiet",
                "--detach",
                folder.resolve(".fuel/worktrees/r-0a1b2c").toString());
        project.deleteFolder(project.worktree(merged));
        Files.delete(project.processes(run).resolve("stdout.log"));

        assertThat(fuel.out("gc", "--older", "0s"))
                .contains("removed 1 merged worktree", "removed 1 left-over worktree", "removed 1 run's file");
        assertThat(project.git("worktree", "list").lines()).hasSize(1);
        assertThat(project.git("branch", "--list", "fuel/*")).isEmpty();
        assertThat(project.processes(run)).doesNotExist();
    }

    @Test
    void theLastFiveBackupsStay() throws Exception {
        Path backups = Files.createDirectories(folder.resolve(".fuel/backups"));
        for (int day = 1; day <= 7; day++) {
            Path file = Files.writeString(backups.resolve("agent-1-2026010%d.db".formatted(day)), "copy");
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-0%dT00:00:00Z".formatted(day))));
        }
        assertThat(fuel.out("gc", "--json"))
                .contains(
                        "\"bytes\":8,",
                        "{\"kind\":\"backup\",\"name\":\"agent-1-20260102.db\",\"bytes\":4}",
                        "{\"kind\":\"backup\",\"name\":\"agent-1-20260101.db\",\"bytes\":4}",
                        "\"vacuum_left_out\":null");
        assertThat(backups).isDirectoryNotContaining("glob:**20260101.db");
        assertThat(backups.toFile().list()).hasSize(5);
    }

    @Test
    void theDatabaseIsMadeSmallerOnlyWithoutAConsumer() throws Exception {
        String task = fuel.out("add", "Many files");
        fuel.store(session -> {
            var id = new TaskId(task);
            session.workspaces()
                    .replace(
                            id,
                            IntStream.range(0, 3_000)
                                    .mapToObj(number -> "a/rather/long/path/of/file-" + number)
                                    .toList());
            return true;
        });
        fuel.out("cancel", task);
        long before = Files.size(folder.resolve(".fuel/agent.db"));
        try (ConsumerLock _ = ConsumerLock.acquire(folder.resolve(".fuel"), "fuel consume", Instant.now())) {
            assertThat(fuel.out("gc")).contains("left as large as it is, because fuel consume (pid ");
        }
        assertThat(fuel.out("gc", "--dry-run")).contains("would remove free space in the database, ");
        assertThat(fuel.out("gc")).contains("removed free space in the database, ");
        assertThat(Files.size(folder.resolve(".fuel/agent.db"))).isLessThan(before);
        assertThat(ConsumerLock.holder(folder.resolve(".fuel"))).isEmpty();
        assertThat(fuel.out("show", task)).contains("Many files");
    }
}
