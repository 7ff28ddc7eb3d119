package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.app.AgentTrials;
import dev.fuel.app.Caller;
import dev.fuel.app.Project;
import dev.fuel.app.ProjectLocation;
import dev.fuel.domain.Actor;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.Trial;
import dev.fuel.domain.run.Run;
import dev.fuel.store.RunFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A short prompt to an agent is a real start of its program, and is nobody's run.
@Timeout(60)
class AgentTestCommandTest {
    @TempDir
    Path folder;

    private GitProject project;
    private CommandLine fuel;

    @BeforeEach
    void open() throws Exception {
        folder = folder.toRealPath();
        project = new GitProject(folder);
        fuel = project.fuel;
    }

    @Test
    void theAgentAnswersInAPlaceThatIsThrownAway() throws Exception {
        agent("""
                grep -q 'the one word: ready' || exit 9
                cat a.txt > /dev/null || exit 8
                pwd > '%s/place'
                echo changed > a.txt
                git add -A
                git -c user.name=A -c user.email=a@example.org commit -qm changed
                echo ready
                """.formatted(folder));

        String said = fuel.out("agent:test", "mine");

        assertThat(said).matches("mine answered in \\d+\\.\\ds: ready  cost not known");
        Path place = Path.of(Files.readString(folder.resolve("place")).strip());
        assertThat(place).doesNotExist();
        assertThat(place.getParent()).isEqualTo(folder.resolve(".fuel/worktrees"));
        assertThat(project.git("worktree", "list").lines()).hasSize(1);
        assertThat(project.git("branch", "--list").lines()).hasSize(1);
        assertThat(folder.resolve("a.txt")).hasContent("one\n");
    }

    @Test
    void itIsNoRunAndLeavesALineInTheLog() throws Exception {
        agent("echo ready");
        fuel.out("agent:test", "mine");

        assertThat(fuel.<List<Run>>store(session -> session.runs().list(RunFilter.latest(10))))
                .isEmpty();
        assertThat(fuel.out("events"))
                .contains("agent tested  mine  answered in")
                .contains("ready");
    }

    @Test
    void anAgentThatFailsSaysWhyAndExitsWithOne() throws Exception {
        agent("echo 'no such model: opus-9' >&2; exit 3");

        Prompt.Ending ending = fuel.give("agent:test", "mine");

        assertThat(ending.exit()).isOne();
        assertThat(ending.out()).contains("mine does not work: exit 3: no such model: opus-9");
    }

    @Test
    void jsonHasEveryFigure() throws Exception {
        agent("echo ready");

        assertThat(fuel.out("agent:test", "mine", "--json"))
                .contains("\"works\":true", "\"answer\":\"ready\"", "\"duration_ms\":", "\"cost_usd\":null");
    }

    @Test
    void whoIsNoAgentOrCannotBeStartedIsRefused() {
        assertThat(fuel.give("agent:test", "mien").err()).contains("did you mean mine?");
        fuel.configure("agents: {mine: {driver: command, command: [not-there-at-all]}}\n");
        assertThat(fuel.refusal("agent:test", "mine")).contains("not-there-at-all");
    }

    @Test
    void anAgentTestsNobody() throws Exception {
        agent("echo ready");
        String task = fuel.out("add", "Something");
        Run run = fuel.claim(task);

        assertThat(fuel.giveInRun(run, "agent:test", "mine").err()).contains("fuel agent:test is for people");
    }

    @Test
    void whoDoesNotAnswerInTimeIsStopped() throws Exception {
        agent("echo $$ > '%s/pid'; sleep 600".formatted(folder));

        Trial trial = trials(Duration.ofSeconds(1), trials -> trials.of(new AgentName("mine"), person()));

        assertThat(trial.failure()).isEqualTo("no answer within 1 s");
        assertGone();
    }

    @Test
    void stoppingEndsATestAtOnce() throws Exception {
        agent("echo $$ > '%1$s/pid.new'; mv '%1$s/pid.new' '%1$s/pid'; sleep 600".formatted(folder));

        Trial trial = trials(AgentTrials.USUAL_LIMIT, trials -> {
            var tested = CompletableFuture.supplyAsync(() -> trials.of(new AgentName("mine"), person()));
            while (!Files.exists(folder.resolve("pid"))) {
                pause();
            }
            trials.stop();
            return tested.join();
        });

        assertThat(trial.failure()).isEqualTo("stopped");
        assertGone();
    }

    @Test
    void whoStopsBeforeItHasBegunDoesNotWaitForIt() throws Exception {
        agent("echo $$ > '%s/pid'; sleep 600".formatted(folder));

        Trial trial = trials(AgentTrials.USUAL_LIMIT, trials -> {
            trials.stop();
            return trials.of(new AgentName("mine"), person());
        });

        assertThat(trial.failure()).isEqualTo("stopped");
        assertThat(project.git("worktree", "list").lines()).hasSize(1);
    }

    @Test
    void aProjectWithoutWorktreesIsNotTouched() throws Exception {
        Path script = agent("pwd > '%s/place'; echo x > new-file; echo ready".formatted(folder));
        fuel.configure("""
                workspace: {mode: shared}
                agents: {mine: {driver: command, command: [sh, "%s"]}}
                """.formatted(script));

        assertThat(fuel.out("agent:test", "mine")).contains("ready");
        assertThat(folder.resolve("new-file")).doesNotExist();
        assertThat(Path.of(Files.readString(folder.resolve("place")).strip())).doesNotExist();
    }

    private interface Use {
        Trial of(AgentTrials trials);
    }

    private Trial trials(Duration limit, Use use) {
        try (Project opened = Project.open(
                ProjectLocation.find(Optional.empty(), Map.of(), folder),
                Map.of("PATH", System.getenv("PATH")),
                InstantSource.system(),
                new Random(3))) {
            return use.of(new AgentTrials(opened, null, limit));
        }
    }

    private static Caller person() {
        return new Caller.Person(Actor.HUMAN);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertGone() throws Exception {
        long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(project.git("worktree", "list").lines()).hasSize(1);
    }

    private Path agent(String script) throws Exception {
        Path file = Files.writeString(folder.resolve("agent"), script + "\n");
        fuel.configure("agents: {mine: {driver: command, command: [sh, \"%s\"], prompt: stdin}}\n".formatted(file));
        return file;
    }
}
