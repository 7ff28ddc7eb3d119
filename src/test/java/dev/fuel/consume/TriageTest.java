package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.app.Caller;
import dev.fuel.app.InboxDecisions;
import dev.fuel.app.Project;
import dev.fuel.domain.Actor;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.domain.triage.StuckTask;
import dev.fuel.domain.triage.TriageState;
import dev.fuel.store.TaskFilter;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the primary proposes for a task that has used up its attempts, and what becomes of it.
class TriageTest {
    private static final String RETRY =
            "echo '{\"proposal\": \"retry\", \"agent\": \"other\", \"reason\": \"it knows git\"}'";
    private static final String SPLIT = """
            cat <<'END'
            {"proposal": "split", "reason": "too much at once", "tasks": [
              {"title": "The first half", "description": "Half of it", "type": "feature", "complexity": "simple"},
              {"title": "The second half", "after": [0]}]}
            END""";
    private static final String ASK =
            "echo '{\"proposal\": \"ask\", \"question\": \"Which branch?\", \"reason\": \"there are two\"}'";

    @TempDir
    Path folder;

    private ScriptedAgents agents;

    @BeforeEach
    void theMappedAgentAlwaysFails() {
        agents = new ScriptedAgents(folder)
                .when("mapped", "work", "echo 'I cannot do that'; exit 3")
                .when("other", "work", "commit $FUEL_TASK_ID.txt done")
                .when("boss", "route", ScriptedAgents.names("mapped", "the usual one"));
    }

    @Test
    void anotherAgentIsProposedAndOneKeyLetsItTry() {
        agents.when("boss", "triage", RETRY);
        try (var workshop = workshop("ask")) {
            TaskId task = workshop.add("Hard");
            workshop.untilIdle();
            InboxItem item = item(workshop);
            assertThat(item.type()).isEqualTo(InboxType.STUCK);
            assertThat(item.title()).isEqualTo("%s is stuck; boss proposes: let other try".formatted(task));
            assertThat(item.body()).contains("every agent has used up its attempts", "Why: it knows git");
            assertThat(item.actions())
                    .containsExactly(
                            InboxAction.ACCEPT,
                            InboxAction.RETRY,
                            InboxAction.ANSWER,
                            InboxAction.TAKE_OVER,
                            InboxAction.CANCEL);
            assertThat(agents.prompt("boss", "triage", 1))
                    .contains("- mapped, attempt 1: crash", "I cannot do that", "- other: no description");

            act(workshop, item, InboxAction.ACCEPT, null);
            assertThat(workshop.inbox()).isEmpty();
            workshop.untilIdle();
            Task done = workshop.task(task);
            assertThat(done.status()).isEqualTo(TaskStatus.CLOSED);
            assertThat(done.agent()).isEqualTo(new AgentName("other"));
            assertThat(stuck(workshop, task).state()).isEqualTo(TriageState.ACCEPTED);
            workshop.requireNoTrace("main");
        }
    }

    @Test
    void aSplitTaskGivesWayToItsPartsWhichAreNeverSplitAgain() {
        agents.when("boss", "triage", SPLIT);
        try (var workshop = workshop("ask")) {
            TaskId task = workshop.add("Hard");
            TaskId waiting = workshop.add("Later");
            workshop.store.change(Actor.HUMAN, session -> session.dependencies().add(waiting, task));
            workshop.untilIdle();
            act(workshop, item(workshop), InboxAction.ACCEPT, null);

            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.CANCELLED);
            List<Task> parts = workshop.store.read(session -> session.tasks().list(TaskFilter.ALL)).stream()
                    .filter(other -> other.title().endsWith("half"))
                    .toList();
            assertThat(parts).extracting(Task::title).containsExactlyInAnyOrder("The first half", "The second half");
            assertThat(parts)
                    .allSatisfy(part -> assertThat(part.description()).contains("Part of %s (Hard)".formatted(task)));
            assertThat(workshop.task(waiting).openBlockers()).isEqualTo(2);
            // The parts fail too, and go to a person without another question.
            workshop.untilIdle();
            assertThat(agents.times("boss", "triage")).isEqualTo(1);
            assertThat(workshop.inbox())
                    .extracting(InboxItem::proposal)
                    .containsOnlyNulls()
                    .hasSize(1);
        }
    }

    @Test
    void aQuestionIsAnsweredByAPerson() {
        agents.when("boss", "triage", ASK);
        try (var workshop = workshop("auto")) {
            TaskId task = workshop.add("Hard");
            workshop.untilIdle();
            InboxItem item = item(workshop);
            assertThat(item.title()).contains("boss proposes: you should say: Which branch?");
            assertThat(item.actions().getFirst()).isEqualTo(InboxAction.ANSWER);
            assertThatThrownBy(() -> act(workshop, item, InboxAction.ACCEPT, null))
                    .isInstanceOf(Refusal.class);
            act(workshop, item, InboxAction.ANSWER, "main");
            assertThat(workshop.task(task).heldBy()).isEmpty();
        }
    }

    @Test
    void withAutoItIsDoneAtOnceAndOnlyOnce() {
        agents.when("boss", "triage", RETRY).when("other", "work", "exit 3");
        try (var workshop = workshop("auto")) {
            TaskId task = workshop.add("Hard");
            workshop.untilIdle();
            assertThat(agents.times("other", "work")).isEqualTo(2);
            assertThat(agents.times("boss", "triage")).isEqualTo(1);
            assertThat(workshop.task(task).heldBy()).containsExactly(Hold.STUCK);
            assertThat(item(workshop).proposal()).isNull();
        }
    }

    @Test
    void anAnswerOfNoUseIsAskedForOnceMoreAndThenThePersonIsCalledWithoutOne() {
        agents.when("boss", "triage", "echo '{\"proposal\": \"retry\", \"agent\": \"mapped\"}'");
        try (var workshop = workshop("ask")) {
            TaskId task = workshop.add("Hard");
            workshop.untilIdle();
            assertThat(agents.times("boss", "triage")).isEqualTo(2);
            assertThat(item(workshop).actions()).doesNotContain(InboxAction.ACCEPT);
            assertThat(item(workshop).body()).contains("There is no proposal: boss has not answered in a form");
            assertThat(stuck(workshop, task).state()).isEqualTo(TriageState.FAILED);
        }
    }

    @Test
    void whoeverIsFasterNeedNotWaitForTheProposal() {
        Path gate = folder.resolve("gate");
        agents.when("boss", "triage", "cat %s; %s".formatted(gate, RETRY));
        try (var workshop = workshop("ask")) {
            workshop.gate();
            TaskId task = workshop.add("Hard");
            workshop.consume();
            workshop.until(
                    "the primary is asked",
                    session -> session.runs().running().stream()
                            .anyMatch(run -> run.kind() == RunKind.TRIAGE && run.process() != null));
            workshop.person.retry(List.of(task.value()), new AgentName("other"));
            workshop.untilStatus(task, TaskStatus.CLOSED);
            workshop.until(
                    "the question was stopped",
                    session -> session.runs().running().isEmpty());
            workshop.leave(false);
            assertThat(workshop.inbox()).isEmpty();
            assertThat(stuck(workshop, task).state()).isEqualTo(TriageState.OVERTAKEN);
        }
    }

    @Test
    void aConsumerThatDiesSomewhereLetsAPersonBeCalledOnceInTheEnd() {
        long seed = new Random().nextLong();
        System.out.println("TriageTest seed " + seed);
        dyingEvery(9, 6 + new Random(seed).nextInt(9));
    }

    @Test
    @Tag("soak")
    void whereverTheConsumerDiesAPersonIsCalledOnceInTheEnd() {
        dyingEvery(1, 1);
    }

    /// Tasks one after the other, each with a consumer that dies so many commits later than that of the one before.
    private void dyingEvery(int step, int first) {
        agents.when("boss", "triage", RETRY);
        try (var workshop = workshop("ask")) {
            boolean died = true;
            for (int commits = first; died; commits += step) {
                workshop.store.change(Actor.HUMAN, session -> session.health().reset(new AgentName("mapped")));
                TaskId task = workshop.add("Number " + commits);
                died = workshop.untilIdleDyingAfter(commits);
                workshop.untilIdle();
                assertThat(workshop.task(task).heldBy()).containsExactly(Hold.STUCK);
                assertThat(workshop.inbox())
                        .as("after %d commits:\n%s", commits, workshop.history())
                        .extracting(InboxItem::task)
                        .containsExactly(task);
                workshop.person.cancel(List.of(task.value()), "the next one");
                assertThat(commits).isLessThan(60);
            }
        }
    }

    private static InboxItem item(Workshop workshop) {
        assertThat(workshop.inbox()).hasSize(1);
        return workshop.inbox().getFirst();
    }

    private static StuckTask stuck(Workshop workshop, TaskId task) {
        return workshop.store.read(session -> session.triages().find(task)).orElseThrow();
    }

    private static void act(Workshop workshop, InboxItem item, InboxAction action, @Nullable String text) {
        try (Project project = workshop.project()) {
            new InboxDecisions(project, new Caller.Person(Actor.HUMAN))
                    .act(item.id().value(), action, text);
        }
    }

    private Workshop workshop(String triage) {
        return Workshop.withConfig(folder, """
                primary: boss
                routing: primary
                triage: %s
                complexity: {simple: mapped}
                max_concurrent: 2
                limits: {timeout: 60s, stall: 30s, backoff: 20ms, max_load: 1000}
                workspace: {mode: worktree, base: main}
                agents:
                  %s
                  %s
                  %s
                """.formatted(
                        triage, agents.configured("boss"), agents.configured("mapped"), agents.configured("other")));
    }
}
