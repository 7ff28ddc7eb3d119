package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Fuel with the real agent programs, against a scripted model: what the drivers, the stopping, the resuming and the
/// parking are worth. `docs/real-agents.md` says how to run it.
@Tag("real-agents")
class RealAgentsTest {
    private static final Duration SHORT = Duration.ofSeconds(1);

    /// Of each request to the scripted model, with those that are written into its cache.
    private static final long TOKENS_IN = 1300;

    /// With those of its thoughts.
    private static final long TOKENS_OUT = 49;

    private static final long TOKENS_CACHED = 300;

    @TempDir
    Path folder;

    /// All, or those that `-Dfuel.realAgents.only=claude,codex` names.
    static Stream<RealAgent> agents() {
        String only = System.getProperty("fuel.realAgents.only", "");
        Set<String> names = new TreeSet<>(List.of(only.split(",")));
        return Stream.of(RealAgent.values()).filter(agent -> only.isBlank() || names.contains(agent.word()));
    }

    @ParameterizedTest
    @MethodSource("agents")
    void aTaskIsWrittenCommittedGatedAndOnTheBaseBranch(RealAgent agent) {
        try (var real = RealWorkshop.of(folder, agent, SHORT)) {
            TaskId task = real.workshop.add("Write one.txt");
            real.model.follow("[[think:hm]] [[write:one.txt:eins]] [[say:All done.]]");
            real.consume().untilIdle();
            assertThat(real.workshop.task(task).status()).as(real::story).isEqualTo(TaskStatus.CLOSED);
            assertThat(real.workshop.git("show", "main:one.txt")).isEqualTo("eins");
            real.workshop.requireNoTrace("main");
            Run run = real.workshop.runs(task).getLast();
            assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(run.sessionId()).isNotBlank();
            assertThat(run.model()).isNotBlank();
            assertThat(run.finalText()).isEqualTo("All done.");
            // Two requests at least, each counted once.
            long answered = real.model.answered();
            assertThat(run.usage().tokensIn()).isBetween(2400L, answered * TOKENS_IN);
            assertThat(run.usage().tokensOut()).isBetween(84L, answered * TOKENS_OUT);
            assertThat(run.usage().tokensCached()).isBetween(600L, answered * TOKENS_CACHED);
            assertThat(real.processesOf(run)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("agents")
    void aStoppedRunLeavesNoProcessAndItsSessionGoesOn(RealAgent agent) {
        try (var real = RealWorkshop.of(folder, agent, SHORT)) {
            TaskId task = real.workshop.add("Write two files");
            Path inTheTool = real.workshop.gate("in-the-tool");
            real.model.follow("[[write:one.txt:eins]] [[shell:echo > %s; python3 -c 'import time; time.sleep(97)']]"
                    .formatted(inTheTool));
            real.consume();
            real.untilWritten(inTheTool);
            Run stopped = real.workshop.runs(task).getFirst();
            assertThat(real.processesOf(stopped)).as("agent and command").hasSizeGreaterThan(1);
            real.fuel("run:kill", stopped.id().value());
            real.untilIdle();
            assertThat(real.workshop.task(task).heldBy()).containsExactly(Hold.PERSON);
            assertThat(real.processesOf(stopped)).isEmpty();
            assertThat(real.workshop.runs(task).getFirst().status()).isEqualTo(RunStatus.KILLED);
            assertThat(real.workshop.task(task).attempts()).isZero();

            real.model.follow("[[write:two.txt:zwei]]");
            int before = real.model.requests().size();
            real.fuel("retry", task.value());
            real.consume().untilIdle();
            assertThat(real.workshop.task(task).status()).as(real::story).isEqualTo(TaskStatus.CLOSED);
            Run resumed = real.workshop.runs(task).stream()
                    .filter(run -> run.agent() != null && run.seq() > stopped.seq())
                    .findFirst()
                    .orElseThrow();
            assertThat(resumed.resumedFrom()).isEqualTo(stopped.id());
            assertThat(resumed.sessionId())
                    .as(real::story)
                    .isEqualTo(real.workshop.runs(task).getLast().sessionId());
            assertThat(real.model.requests().get(before))
                    .as("the model is told what was before")
                    .contains("eins");
            assertThat(tokensIn(real.workshop.runs(task)))
                    .as("each request counts once, in whichever run")
                    .isBetween(2400L, real.model.answered() * TOKENS_IN);
            assertThat(real.workshop.git("ls-tree", "--name-only", "main")).contains("one.txt", "two.txt");
            assertThat(real.processesOf(resumed)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("agents")
    void aUsageLimitParksTheAgentAndThenTheTaskGoesOn(RealAgent agent) {
        try (var real = RealWorkshop.of(folder, agent, SHORT)) {
            TaskId task = real.workshop.add("Write two files");
            real.model.follow("[[write:one.txt:eins]] [[usage-limit:reset=5,turn=1]]");
            real.consume();
            real.until(
                    "a limit is met",
                    session ->
                            session.health().all().values().stream().anyMatch(health -> health.backoffUntil() != null));
            real.model.follow("[[write:two.txt:zwei]]");
            Run limited = real.workshop.runs(task).getFirst();
            assertThat(limited.errorType()).as(real::story).isEqualTo(FailureType.RATE_LIMIT);
            assertThat(real.processesOf(limited)).isEmpty();
            Task parked = real.workshop.task(task);
            assertThat(parked.attempts()).isZero();
            real.untilIdle();
            assertThat(real.workshop.task(task).status()).as(real::story).isEqualTo(TaskStatus.CLOSED);
            Run last = real.workshop.runs(task).stream()
                    .filter(run -> run.agent() != null)
                    .findFirst()
                    .orElseThrow();
            assertThat(last.status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(tokensIn(real.workshop.runs(task)))
                    .as("each request counts once, in whichever run")
                    .isBetween(2400L, real.model.answered() * TOKENS_IN);
            assertThat(real.workshop.git("ls-tree", "--name-only", "main")).contains("one.txt", "two.txt");
            assertThat(last.sessionId()).as(real::story).isEqualTo(Objects.requireNonNull(limited.sessionId()));
        }
    }

    private static long tokensIn(List<Run> runs) {
        return runs.stream()
                .map(run -> run.usage().tokensIn())
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }
}
