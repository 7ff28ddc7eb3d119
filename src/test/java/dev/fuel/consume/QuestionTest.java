package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.app.Caller;
import dev.fuel.app.InboxActions;
import dev.fuel.app.InboxDecisions;
import dev.fuel.app.Project;
import dev.fuel.domain.Actor;
import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An agent that asks and ends is held, neither charged nor checked, and goes on in its session with the answer.
class QuestionTest {
    private static final String CONFIG = """
            primary: fake
            limits: {timeout: 60s, stall: 30s, backoff: 20ms, max_load: 1000}
            workspace: {mode: worktree, base: main}
            agents:
              fake: {driver: claude, binary: "%s"}
            """.formatted(Workshop.FAKE_AGENT);

    @TempDir
    Path folder;

    @Test
    void theAnswerReachesTheAgentInTheSameSession() {
        try (var workshop = Workshop.withConfig(folder, CONFIG)) {
            Path gate = workshop.gate();
            TaskId task = workshop.add("Ask", "prompt " + folder.resolve("prompt"), "wait " + gate, "say one or two?");
            workshop.consume();
            Run run = workshop.untilRunning(task);
            InboxItem question = new InboxActions(workshop.store, new Caller.AgentInRun(run)).ask("One or two?", "");
            Workshop.open(gate);
            workshop.until(
                    "the run has ended", session -> session.runs().get(run.id()).completedAt() != null);
            assertThat(workshop.task(task).heldBy()).containsExactly(Hold.QUESTION);
            assertThat(workshop.task(task).status()).isEqualTo(TaskStatus.OPEN);
            assertThat(workshop.task(task).attempts()).isZero();

            try (Project project = workshop.project()) {
                new InboxDecisions(project, new Caller.Person(Actor.HUMAN))
                        .act(question.id().value(), InboxAction.ANSWER, "Two\nfake: commit a.txt two");
            }
            workshop.untilStatus(task, TaskStatus.CLOSED);
            workshop.leave(false);
            assertThat(workshop.runs(task))
                    .hasSize(2)
                    .allSatisfy(each -> assertThat(each.sessionId())
                            .isEqualTo(workshop.runs(task).getLast().sessionId()));
            assertThat(workshop.runs(task).getFirst().resumedFrom()).isEqualTo(run.id());
            assertThat(workshop.task(task).note()).isNull();
            assertThat(workshop.git("show", "main:a.txt")).isEqualTo("two");
        }
    }
}
