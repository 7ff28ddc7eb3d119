package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.TaskId;
import dev.fuel.process.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
    @TempDir
    Path folder;

    private CommandLine fuel;
    private String base;

    @BeforeEach
    void makeRepository() throws Exception {
        git("init", "--quiet", "--initial-branch=main");
        Files.writeString(folder.resolve("a.txt"), "one\n");
        git("add", "a.txt");
        git("commit", "--quiet", "-m", "first");
        base = git("rev-parse", "HEAD").strip();
        fuel = new CommandLine(folder);
    }

    @Test
    void aTasksDifferenceIsThatOfItsBranch() throws Exception {
        String task = fuel.out("add", "Work");
        commitOnBranch("fuel/" + task, "two");
        fuel.store(session -> session.tasks()
                .change(new TaskId(task))
                .baseCommit(base)
                .branch("fuel/" + task)
                .done());
        assertThat(fuel.out("diff", task))
                .startsWith("diff --git a/a.txt b/a.txt")
                .endsWith("-one\n+two");
        assertThat(fuel.out("diff", task, "--stat")).contains("a.txt | 2 +-", "1 file changed");
        assertThat(fuel.out("diff", task, "--json"))
                .startsWith("{\"schema_version\":1,\"id\":\"%s\",\"diff\":\"diff --git".formatted(task));
    }

    @Test
    void whatARunHasNotCommittedYetIsPartOfIt() throws Exception {
        String task = fuel.out("add", "Work");
        TaskId id = new TaskId(task);
        Run run = fuel.store(session -> session.tasks()
                .claim(
                        id,
                        new NewRun(
                                RunKind.WORK,
                                id,
                                null,
                                new AgentName("mine"),
                                null,
                                null,
                                folder.toString(),
                                base,
                                1,
                                null))
                .orElseThrow());
        Files.writeString(folder.resolve("a.txt"), "three\n");
        assertThat(fuel.out("diff", run.id().value())).endsWith("-one\n+three");
        assertThat(fuel.out("diff", task)).endsWith("-one\n+three");
    }

    @Test
    void anEpicsDifferenceIsAgainstTheBranchThatItLandsOn() throws Exception {
        String epic = fuel.out("epic:add", "Parsing");
        assertThat(fuel.refusal("diff", epic))
                .isEqualTo("fuel: %s has no branch yet: none of its tasks has started".formatted(epic));
        commitOnBranch("fuel/" + epic, "two");
        assertThat(fuel.out("diff", epic)).endsWith("-one\n+two");
    }

    @Test
    void withoutAnyWorkThereIsNothingToCompare() {
        String task = fuel.out("add", "Untouched");
        assertThat(fuel.refusal("diff", task)).isEqualTo("fuel: %s has left no commits to compare".formatted(task));
    }

    private void commitOnBranch(String branch, String content) throws Exception {
        git("checkout", "--quiet", "-b", branch);
        Files.writeString(folder.resolve("a.txt"), content + "\n");
        git("commit", "--quiet", "-a", "-m", "work");
        git("checkout", "--quiet", "main");
    }

    private String git(String... words) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=T", "-c", "user.email=t@example.org"));
        command.addAll(List.of(words));
        Command.Result result = new Command(command, folder, Map.of(), Duration.ofSeconds(20), null).run();
        assertThat(result.isSuccess()).as(result.stderr()).isTrue();
        return result.stdout();
    }
}
