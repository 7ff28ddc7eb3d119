package dev.fuel.consume;

import static dev.fuel.consume.ScriptedAgents.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Work that does not fit onto a branch that has moved on.
class MergeRunTest {
    private static final String RESOLVE =
            "printf 'another\\none\\n' >a.txt; git add a.txt; git commit --quiet --no-edit";

    @TempDir
    Path folder;

    private ScriptedAgents agents;

    @BeforeEach
    void scriptTheAuthor() {
        agents = new ScriptedAgents(folder);
        agents.when("author", "work", "commit a.txt one; cat " + folder.resolve("gate") + " >/dev/null")
                .when("reviewer", "review", verdict("pass"));
    }

    @Test
    void anAgentMakesTheWorkFitAndItLands() {
        agents.when("author", "merge", RESOLVE);
        try (var workshop = workshop()) {
            TaskId task = conflicting(workshop);
            workshop.untilStatus(task, TaskStatus.CLOSED);
            workshop.leave(false);
            assertThat(workshop.root.resolve("a.txt")).hasContent("another\none");
            assertThat(workshop.git("log", "--format=%s", "main")).contains("Meanwhile", "Add a.txt");
            workshop.requireNoTrace("main");
            assertThat(workshop.inbox()).isEmpty();
            assertThat(workshop.runs(task))
                    .extracting(Run::kind)
                    .containsExactly(RunKind.MERGE, RunKind.REVIEW, RunKind.WORK);
            assertThat(agents.prompt("author", "merge", 1)).contains("- a.txt", "Meanwhile", "Add a.txt");
            List<Review> reviews =
                    workshop.store.read(session -> session.reviews().of(task));
            assertThat(reviews)
                    .singleElement()
                    .satisfies(review -> assertThat(review.status()).isEqualTo(ReviewStatus.PASSED));
        }
    }

    @Test
    void whatTheAgentCannotResolveGoesToAPersonWithTheFilesAndNothingIsLost() {
        agents.when("author", "merge", "echo half >a.txt; echo I do not dare", RESOLVE);
        try (var workshop = workshop()) {
            TaskId task = conflicting(workshop);
            workshop.untilHeld(task);
            assertThat(workshop.task(task).heldBy()).containsExactly(Hold.MERGE);
            assertThat(workshop.inbox()).singleElement().satisfies(item -> {
                assertThat(item.type()).isEqualTo(InboxType.MERGE_CONFLICT);
                assertThat(item.title()).contains("a.txt");
            });
            assertThat(workshop.worktree(task).resolve("a.txt")).hasContent("one");
            String run = workshop.runs(task).getFirst().id().value();
            assertThat(workshop.git("show", "refs/fuel/snapshots/%s:a.txt".formatted(run)))
                    .isEqualTo("half");
            assertThat(workshop.git("show", "main:a.txt")).isEqualTo("another");

            // A person grants another attempt.
            workshop.person.retry(List.of(task.value()), null);
            workshop.untilStatus(task, TaskStatus.CLOSED);
            workshop.leave(false);
            assertThat(workshop.root.resolve("a.txt")).hasContent("another\none");
            assertThat(workshop.inbox()).isEmpty();
            assertThat(agents.times("reviewer", "review")).isEqualTo(1);
        }
    }

    @Test
    void conflictMarkersThatAreCommittedAreNoResolution() {
        agents.when("author", "merge", "git add a.txt; git commit --quiet --no-edit");
        try (var workshop = workshop()) {
            TaskId task = conflicting(workshop);
            workshop.untilHeld(task);
            assertThat(workshop.inbox())
                    .singleElement()
                    .satisfies(item -> assertThat(item.type()).isEqualTo(InboxType.MERGE_CONFLICT));
            assertThat(workshop.git("show", "main:a.txt")).isEqualTo("another");
            workshop.leave(false);
        }
    }

    @Test
    void thePersonWhoResolvesItByHandNeedsOnlyToSayRetry() {
        agents.when("author", "merge", "echo no");
        try (var workshop = workshop()) {
            TaskId task = conflicting(workshop);
            workshop.untilHeld(task);
            String worktree = workshop.worktree(task).toString();
            workshop.git("-C", worktree, "merge", "--quiet", "--strategy=ours", "--message=By hand", "main");
            workshop.person.retry(List.of(task.value()), null);
            workshop.untilStatus(task, TaskStatus.CLOSED);
            workshop.leave(false);
            assertThat(workshop.root.resolve("a.txt")).hasContent("one");
            // It is other work than the one that was reviewed.
            assertThat(agents.times("reviewer", "review")).isEqualTo(2);
        }
    }

    /// A task whose work is done and conflicts with what has come to `main` meanwhile.
    private TaskId conflicting(Workshop workshop) {
        Path start = workshop.root.resolveSibling("gate");
        workshop.gate();
        TaskId task = workshop.add("Write it");
        workshop.consume();
        workshop.untilRunning(task);
        Workshop.write(workshop.root.resolve("a.txt"), "another\n");
        workshop.git("add", "a.txt");
        workshop.git("commit", "--quiet", "--message=Meanwhile");
        Workshop.open(start);
        return task;
    }

    private Workshop workshop() {
        return Workshop.withConfig(folder, """
                primary: author
                max_concurrent: 4
                limits: {timeout: 60s, stall: 30s, backoff: 20ms, max_load: 1000}
                workspace: {mode: worktree, base: main}
                review: {agent: reviewer}
                agents:
                  %s
                  %s
                """.formatted(agents.configured("author"), agents.configured("reviewer")));
    }
}
