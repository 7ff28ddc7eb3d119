package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.domain.Actor;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.epic.EpicStatus;
import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.TaskType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the last task of an epic to a person's decision.
class EpicReviewTest {
    @TempDir
    Path folder;

    private ScriptedAgents agents;

    @BeforeEach
    void scriptTheAuthor() {
        agents = new ScriptedAgents(folder).when("author", "work", "commit a.txt one", "commit b.txt two");
    }

    @Test
    void thePrimarySumsUpAndThenAPersonIsAskedWithTheEvidence() {
        agents.when("author", "epic_review", "echo mine >a.txt; echo 'Two files greet.'");
        try (var workshop = workshop("primary: author")) {
            EpicId epic = Epics.add(workshop, "Greet");
            workshop.add("Write it", TaskType.FEATURE, epic);
            workshop.untilIdle();
            assertThat(workshop.inbox()).singleElement().satisfies(item -> {
                assertThat(item.type()).isEqualTo(InboxType.EPIC_REVIEW);
                assertThat(item.body())
                        .contains("1 of 1 tasks are closed", "+1 −0 in 1 file, 1 commit", "Agents: author.")
                        .contains("clean_tree: 1 passed", "Add a.txt", "Summary:\nTwo files greet.");
            });
            assertThat(Epics.get(workshop, epic).summary()).isEqualTo("Two files greet.");
            assertThat(agents.prompt("author", "epic_review", 1)).contains("Greet", "Write it", "+one");
            assertThat(workshop.git("worktree", "list").lines()).hasSize(1);
            assertThat(workshop.git("show", "fuel/%s:a.txt".formatted(epic))).isEqualTo("one");

            Epics.reject(workshop, epic, "Greet also in the evening");
            assertThat(workshop.inbox()).isEmpty();
            agents.when("author", "epic_review", "echo 'Never said'", "echo 'Three files greet.'");
            workshop.untilIdle();
            assertThat(workshop.inbox())
                    .singleElement()
                    .satisfies(item -> assertThat(item.body()).contains("2 of 2 tasks", "Three files greet."));
            assertThat(agents.times("author", "epic_review")).isEqualTo(2);

            Epics.approve(workshop, epic);
            assertThat(Epics.get(workshop, epic).status()).isEqualTo(EpicStatus.APPROVED);
            assertThat(workshop.root.resolve("b.txt")).hasContent("two");
            assertThat(workshop.inbox()).isEmpty();
            workshop.requireNoTrace("main");
        }
    }

    @Test
    void aSummaryThatCannotBeHadKeepsNobodyFromDeciding() {
        agents.when("author", "epic_review", "exit 3");
        try (var workshop = workshop("primary: author")) {
            EpicId epic = Epics.add(workshop, "Greet");
            workshop.add("Write it", TaskType.FEATURE, epic);
            workshop.untilIdle();
            assertThat(workshop.inbox())
                    .singleElement()
                    .satisfies(item -> assertThat(item.body())
                            .contains("There is no summary:")
                            .contains("1 of 1 tasks are closed"));
            assertThat(agents.times("author", "epic_review")).isBetween(1, 2);
            assertThat(Epics.get(workshop, epic).summary()).isNull();
        }
    }

    @Test
    void withoutAPrimaryThePersonIsAskedAtOnce() {
        try (var workshop = workshop("complexity: {simple: author}")) {
            EpicId epic = Epics.add(workshop, "Greet");
            workshop.add("Write it", TaskType.FEATURE, epic);
            workshop.untilIdle();
            assertThat(workshop.inbox())
                    .singleElement()
                    .satisfies(item ->
                            assertThat(item.body()).contains("There is no summary: no primary agent is configured"));
        }
    }

    @Test
    void whoeverApprovesMeanwhileNeedNotWaitForTheSummary() {
        Path gate = folder.resolve("gate");
        agents.when("author", "epic_review", "cat %s; echo late".formatted(gate));
        try (var workshop = workshop("primary: author")) {
            workshop.gate();
            EpicId epic = Epics.add(workshop, "Greet");
            workshop.add("Write it", TaskType.FEATURE, epic);
            workshop.consume();
            workshop.until(
                    "the summary is at work",
                    session -> session.runs().running().stream()
                            .anyMatch(run -> run.kind() == RunKind.EPIC_REVIEW && run.process() != null));
            Epics.approve(workshop, epic);
            workshop.until("it was stopped", session -> session.runs().running().isEmpty());
            workshop.leave(false);
            assertThat(workshop.inbox()).isEmpty();
            assertThat(Epics.get(workshop, epic).summary()).isNull();
            workshop.requireNoTrace("main");
        }
    }

    @Test
    void aConflictWithTheBaseIsResolvedByAnAgentAndThenApprovedOnceMore() {
        agents.when("author", "epic_review", "echo summary")
                .when("author", "merge", "echo no", "printf 'both\\n' >a.txt; git add a.txt; git commit -q --no-edit");
        try (var workshop = workshop("primary: author")) {
            EpicId epic = conflicting(workshop);
            assertThatThrownBy(() -> Epics.approve(workshop, epic))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("conflict in a.txt")
                    .hasMessageContaining("waits for your approval again");
            assertThat(Epics.get(workshop, epic).heldBy()).containsExactly(Hold.MERGE);
            assertThat(workshop.inbox()).singleElement().satisfies(item -> {
                assertThat(item.type()).isEqualTo(InboxType.MERGE_CONFLICT);
                assertThat(item.actions()).containsExactly(InboxAction.RETRY, InboxAction.REQUEST_CHANGES);
            });

            // The first agent gives up: a person gets the files.
            workshop.untilIdle();
            InboxItem conflict = workshop.inbox().getFirst();
            assertThat(workshop.inbox()).hasSize(1);
            assertThat(conflict.type()).isEqualTo(InboxType.MERGE_CONFLICT);
            assertThat(conflict.body()).contains("still in conflict: a.txt");
            assertThat(workshop.git("show", "main:a.txt")).isEqualTo("theirs");

            // Another approval grants another attempt; that a person has paused it meanwhile is a matter of its own.
            workshop.store.change(Actor.HUMAN, session -> session.epics().hold(epic, Hold.PERSON));
            assertThatThrownBy(() -> Epics.approve(workshop, epic)).isInstanceOf(Refusal.class);
            workshop.untilIdle();
            assertThat(workshop.inbox()).singleElement().satisfies(item -> {
                assertThat(item.type()).isEqualTo(InboxType.EPIC_REVIEW);
                assertThat(item.body()).contains("You have approved this before", "Nothing has landed");
            });
            assertThat(workshop.git("show", "main:a.txt")).isEqualTo("theirs");
            assertThat(Epics.get(workshop, epic).heldBy()).containsExactly(Hold.PERSON);

            Epics.approve(workshop, epic);
            assertThat(workshop.root.resolve("a.txt")).hasContent("both");
            assertThat(Epics.get(workshop, epic).held()).isFalse();
            assertThat(workshop.inbox()).isEmpty();
            workshop.requireNoTrace("main");
            List<Run> runs = workshop.store.read(session -> session.runs().of(epic));
            assertThat(runs).extracting(Run::kind).containsExactly(RunKind.EPIC_REVIEW, RunKind.MERGE, RunKind.MERGE);
        }
    }

    @Test
    void localChangesInTheWayAreToldAndTheApprovalCanBeRepeated() throws IOException {
        agents.when("author", "epic_review", "echo summary");
        try (var workshop = workshop("primary: author")) {
            EpicId epic = Epics.add(workshop, "Greet");
            workshop.add("Write it", TaskType.FEATURE, epic);
            workshop.untilIdle();
            Path mine = workshop.root.resolve("a.txt");
            Workshop.write(mine, "the person's own\n");
            assertThatThrownBy(() -> Epics.approve(workshop, epic)).hasMessageContaining("a.txt");
            assertThat(workshop.inbox())
                    .singleElement()
                    .satisfies(item -> assertThat(item.type()).isEqualTo(InboxType.MERGE_BLOCKED));
            workshop.untilIdle();
            assertThat(workshop.inbox()).hasSize(1);
            assertThat(mine).hasContent("the person's own");

            Files.delete(mine);
            Epics.approve(workshop, epic);
            assertThat(mine).hasContent("one");
            assertThat(workshop.inbox()).isEmpty();
            workshop.requireNoTrace("main");
        }
    }

    private static EpicId conflicting(Workshop workshop) {
        EpicId epic = Epics.add(workshop, "Greet");
        workshop.add("Write it", TaskType.FEATURE, epic);
        workshop.untilIdle();
        Workshop.write(workshop.root.resolve("a.txt"), "theirs\n");
        workshop.git("add", "a.txt");
        workshop.git("commit", "--quiet", "--message=Meanwhile");
        return epic;
    }

    private Workshop workshop(String who) {
        return Workshop.withConfig(folder, """
                %s
                max_concurrent: 2
                limits: {timeout: 60s, stall: 30s, backoff: 20ms, max_load: 1000}
                workspace: {mode: worktree, base: main}
                agents:
                  %s
                """.formatted(who, agents.configured("author")));
    }
}
