package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.app.Caller;
import dev.fuel.app.PlanActions;
import dev.fuel.app.Project;
import dev.fuel.domain.Actor;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.request.RequestKind;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.Task;
import dev.fuel.store.TaskFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Plans of epics by real processes: what the primary proposes, and what happens when it does not.
class PlanTest {
    private static final String PLAN = "{\"tasks\":[{\"key\":\"b\",\"title\":\"Second\",\"blocked_by\":[\"a\"]},"
            + "{\"key\":\"a\",\"title\":\"First\",\"type\":\"chore\"}]}";

    @TempDir
    Path folder;

    @Test
    void aPlanIsMadeWithoutAConsumerWaitsAndBecomesTasksInOneStep() {
        try (var workshop = workshop("say See {\"tasks\": 1} above.", "verdict " + PLAN)) {
            EpicId epic = epic(workshop);
            var proposal = plan(workshop, actions -> actions.ask(epic));
            assertThat(proposal.plan().tasks()).hasSize(2);
            assertThat(runs(workshop, epic)).singleElement().satisfies(run -> {
                assertThat(run.kind()).isEqualTo(RunKind.PLAN);
                assertThat(run.id()).isEqualTo(proposal.run().id());
            });
            assertThat(tasks(workshop, epic)).isEmpty();
            assertThat(waits(workshop, epic)).isTrue();

            List<Task> made = plan(workshop, actions -> actions.create(epic, proposal.plan()));
            assertThat(made).extracting(Task::title).containsExactly("Second", "First");
            assertThat(made.getFirst().openBlockers()).isEqualTo(1);
            assertThat(tasks(workshop, epic)).hasSize(2);
            assertThat(waits(workshop, epic)).isFalse();
            assertThat(workshop.git("worktree", "list").lines()).hasSize(1);
        }
    }

    @Test
    void theConsumerThatIsAlivePlansEvenWhilePaused() {
        try (var workshop = workshop("verdict " + PLAN)) {
            EpicId epic = epic(workshop);
            workshop.store.change(Actor.HUMAN, session -> {
                boolean _ = session.state().pause();
            });
            workshop.consume();
            workshop.ask(RequestKind.PLAN_EPIC, epic.value());
            workshop.until(
                    "a plan waits", session -> session.state().proposal(epic).isPresent());
            workshop.leave(false);
            assertThat(runs(workshop, epic)).hasSize(1);
        }
    }

    @Test
    void anAnswerThatCannotBeReadIsAskedForOnceMore() {
        try (var workshop = workshop("say I would rather not.")) {
            Workshop.write(
                    workshop.root.resolve(".fuel/prompts/plan.md"),
                    "{{^problem}}fake: say I would rather not.{{/problem}}{{#problem}}fake: prompt %s\nfake: verdict %s{{/problem}}\n{{answer}} {{problem}}"
                            .formatted(folder.resolve("prompt"), PLAN));
            EpicId epic = epic(workshop);
            assertThat(plan(workshop, actions -> actions.ask(epic)).plan().tasks())
                    .hasSize(2);
            assertThat(runs(workshop, epic)).hasSize(2);
            assertThat(folder.resolve("prompt"))
                    .content()
                    .contains("I would rather not. it has no JSON object with `tasks`");
        }
    }

    @Test
    void whoCanGoOnWithASessionIsAskedInItAndHeldToTheForm() throws IOException {
        Path program = Files.createDirectory(folder.resolve("bin")).resolve("claude");
        Files.writeString(
                program,
                "#!/bin/sh\n[ \"$1\" = --help ] && echo '--json-schema'\nexec %s \"$@\"\n"
                        .formatted(Workshop.FAKE_AGENT));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        String config = """
                primary: boss
                limits: {timeout: 60s, stall: 30s, backoff: 20ms, max_load: 1000}
                workspace: {mode: worktree, base: main}
                agents:
                  boss: {driver: claude, binary: "%s"}
                """.formatted(program);
        try (var workshop = Workshop.withConfig(folder, config)) {
            Workshop.write(
                    workshop.root.resolve(".fuel/prompts/plan.md"),
                    "{{^problem}}fake: say I would rather not.{{/problem}}{{#problem}}fake: prompt %s\nfake: arguments %s\nfake: verdict %s{{/problem}}\n{{answer}} {{problem}}"
                            .formatted(folder.resolve("prompt"), folder.resolve("arguments"), PLAN));
            EpicId epic = epic(workshop);
            workshop.ask(RequestKind.PLAN_EPIC, epic.value());
            workshop.untilIdle();
            List<Run> runs = runs(workshop, epic);
            assertThat(runs).as(workshop::history).hasSize(2);
            assertThat(runs.getLast().resumedFrom()).isEqualTo(runs.getFirst().id());
            assertThat(runs.getLast().sessionId()).isEqualTo(runs.getFirst().sessionId());
            assertThat(runs.getLast().workspacePath()).isEqualTo(runs.getFirst().workspacePath());
            assertThat(folder.resolve("prompt"))
                    .content()
                    .contains("it has no JSON object with `tasks`")
                    .doesNotContain("I would rather not. it has");
            assertThat(folder.resolve("arguments")).content().contains("--resume", "--json-schema", "\"blocked_by\"");
            assertThat(workshop.git("worktree", "list").lines()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            say nothing                                                                            | led to no plan that can be read
            verdict {"tasks":[]}                                                                   | led to no plan that can be read
            verdict {"tasks":[{"key":"a","title":"A","blocked_by":["a"]}]}                         | led to no plan that can be read
            exit 3                                                                                 | has failed
            """)
    void aPrimaryThatDoesNotPlanIsToldOfAndNothingIsMade(String command, String why) {
        try (var workshop = workshop(command)) {
            EpicId epic = epic(workshop);
            assertThatThrownBy(() -> plan(workshop, actions -> actions.ask(epic)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(why);
            assertThat(runs(workshop, epic)).hasSizeBetween(1, 2);
            assertThat(tasks(workshop, epic)).isEmpty();
            assertThat(workshop.store.<Boolean>read(
                            session -> session.requests().pending().isEmpty()))
                    .isTrue();
        }
    }

    @Test
    void aConsumerThatDiesLeavesTheWishToTheNext() {
        try (var workshop = workshop("verdict " + PLAN)) {
            EpicId epic = epic(workshop);
            for (int commits = 1; commits < 6; commits++) {
                workshop.store.change(Actor.HUMAN, session -> {
                    boolean _ = session.state().forgetProposal(epic);
                });
                int before = runs(workshop, epic).size();
                workshop.ask(RequestKind.PLAN_EPIC, epic.value());
                if (workshop.untilIdleDyingAfter(commits)) {
                    workshop.untilIdle();
                }
                assertThat(workshop.store.<Boolean>read(
                                session -> session.state().proposal(epic).isPresent()))
                        .as("after %d commits", commits)
                        .isTrue();
                assertThat(runs(workshop, epic)).hasSizeBetween(before + 1, before + 2);
            }
        }
    }

    private static boolean waits(Workshop workshop, EpicId epic) {
        return plan(workshop, actions -> actions.waiting(epic).isPresent());
    }

    private static <T> T plan(Workshop workshop, Function<PlanActions, T> use) {
        try (Project project = workshop.project()) {
            return use.apply(new PlanActions(project, new Caller.Person(Actor.HUMAN), null));
        }
    }

    private static EpicId epic(Workshop workshop) {
        return workshop.store
                .write(Actor.HUMAN, session -> session.epics().add("Refunds", "Pay back.", "main"))
                .id();
    }

    private static List<Run> runs(Workshop workshop, EpicId epic) {
        return workshop.store.read(session -> session.runs().of(epic));
    }

    private static List<Task> tasks(Workshop workshop, EpicId epic) {
        return workshop.store.read(session -> session.tasks().list(TaskFilter.ofEpic(epic)));
    }

    private Workshop workshop(String... commands) {
        Workshop workshop = Workshop.in(folder);
        StringBuilder prompt = new StringBuilder();
        for (String command : commands) {
            prompt.append("fake: ").append(command).append('\n');
        }
        Workshop.write(workshop.root.resolve(".fuel/prompts/plan.md"), prompt.toString());
        return workshop;
    }
}
