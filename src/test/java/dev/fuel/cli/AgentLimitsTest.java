package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.app.Caller;
import dev.fuel.app.TaskMoves;
import dev.fuel.domain.Actor;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunOutcome;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.Usage;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.store.Store;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an agent may do with Fuel inside its run.
class AgentLimitsTest {
    @TempDir
    Path folder;

    private CommandLine fuel;
    private String own;
    private String other;
    private Run run;

    @BeforeEach
    void startARun() {
        fuel = new CommandLine(folder);
        own = fuel.out("add", "Its own task");
        other = fuel.out("add", "Another task");
        run = fuel.claim(own);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasks", "ready", "board", "tree", "runs", "epics", "backlog", "events", "health"})
    void anAgentReads(String command) {
        assertThat(fuel.giveInRun(run, command).exit()).isZero();
    }

    @Test
    void whatItAddsIsLinkedToItsTask() {
        Prompt.Ending added = fuel.giveInRun(run, "add", "Found on the way");
        assertThat(added.exit()).isZero();
        String id = added.out().strip();
        assertThat(fuel.task(id).createdBy()).isEqualTo("agent:" + run.id());
        assertThat(fuel.out("show", id)).contains("Came up in\n  " + own);
    }

    @Test
    void itLinksOnlyWhatItAdded() {
        String added = fuel.giveInRun(run, "add", "Found on the way").out().strip();
        assertThat(fuel.giveInRun(run, "dep:add", added, other).exit()).isZero();
        Prompt.Ending refused = fuel.giveInRun(run, "dep:add", other, added);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .startsWith("fuel: %s may not link %s, which it did not add".formatted(run.id(), other));
    }

    @Test
    void doneOnItsOwnTaskIsAClaimAndMovesNothing() {
        Prompt.Ending done = fuel.giveInRun(run, "done", own, "--reason", "all tests pass");
        assertThat(done)
                .isEqualTo(new Prompt.Ending(0, "noted; %s is checked when this run has ended\n".formatted(own), ""));
        assertThat(fuel.task(own).status()).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(fuel.run(run.id()).claimedDone()).isEqualTo("all tests pass");
    }

    @Test
    void doneOnAnotherTaskIsRefused() {
        Prompt.Ending done = fuel.giveInRun(run, "done", other);
        assertThat(done.exit()).isEqualTo(1);
        assertThat(done.err())
                .startsWith("fuel: %s may not call %s done, which is not its own task".formatted(run.id(), other));
        assertThat(fuel.task(other).status()).isEqualTo(TaskStatus.OPEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cancel",
                "start",
                "reopen",
                "retry",
                "pause",
                "unpause",
                "update --title=x",
                "defer",
                "run:kill",
                "run:rate run-000000",
                "epic:add",
                "promote",
                "inbox:read",
                "health:reset",
                "backlog:add",
                "add --someday",
                "dep:remove x"
            })
    void everythingElseIsForPeople(String command) {
        String[] words = (command + " " + other).split(" ");
        Prompt.Ending ending = fuel.giveInRun(run, words);
        assertThat(ending.exit()).isEqualTo(1);
        assertThat(ending.out()).isEmpty();
        assertThat(ending.err()).containsAnyOf("is for people", "may not");
        assertThat(fuel.task(other).status()).isEqualTo(TaskStatus.OPEN);
        assertThat(fuel.task(other).heldBy()).isEmpty();
    }

    @Test
    void theUseCasesHoldTheLimitsThemselves() {
        try (Store store = Store.open(folder.resolve(".fuel/agent.db"), InstantSource.system(), new Random(3))) {
            Caller agent = Caller.of(Map.of(Caller.TOKEN_VARIABLE, run.token()), store, Actor.HUMAN);
            var moves = new TaskMoves(store, agent);
            assertThatThrownBy(() -> moves.cancel(List.of(other), null))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith(run.id() + " may not cancel tasks");
        }
    }

    @Test
    void whatARunLeftBehindMayOnlyRead() {
        RunOutcome ended = new RunOutcome(
                RunStatus.KILLED, 143, null, null, false, null, null, null, Usage.UNKNOWN, null, null, null);
        fuel.store(session -> session.runs().settle(run.id(), run.token(), ended));
        assertThat(fuel.giveInRun(run, "tasks").exit()).isZero();
        assertThat(fuel.giveInRun(run, "add", "Late").err())
                .isEqualTo("fuel: %s is over: what it left behind may only read\n".formatted(run.id()));
        assertThat(fuel.giveInRun(run, "done", own).exit()).isEqualTo(1);
    }

    @Test
    void aStrangeTokenGivesNoRights() {
        Prompt.Ending ending =
                new Prompt(folder).with("FUEL_RUN_TOKEN", "guess").give("add", "x");
        assertThat(ending.exit()).isEqualTo(1);
        assertThat(ending.err()).startsWith("fuel: FUEL_RUN_TOKEN names no run of this project");
    }

    @Test
    void theTokenIsNeverShown() {
        for (String[] words : new String[][] {
            {"show", own},
            {"show", own, "--json"},
            {"runs", "--json"},
            {"run:show", run.id().value(), "--json"},
            {"events"}
        }) {
            assertThat(fuel.out(words)).doesNotContain(run.token());
        }
    }
}
