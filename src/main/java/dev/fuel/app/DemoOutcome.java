package dev.fuel.app;

import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.epic.EpicStatus;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.store.RunFilter;
import dev.fuel.store.Session;
import dev.fuel.store.TaskFilter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the demo must have led to, asked of the database and of git.
///
/// @param facts each with whether it is so
/// @param log   git's own words about what is on the base branch
public record DemoOutcome(List<Fact> facts, String log) {
    public DemoOutcome {
        facts = List.copyOf(facts);
    }

    /// One thing that must be so.
    public record Fact(String words, boolean holds) {}

    public boolean isAllTrue() {
        return facts.stream().allMatch(Fact::holds);
    }

    public static DemoOutcome of(Project project, EpicId epic) {
        Path root = project.root();
        Map<String, String> environment = project.environment();
        List<Fact> facts = new ArrayList<>(project.store().read(session -> database(session, epic)));
        facts.add(new Fact(
                "the checkout is clean and on main",
                DemoProject.git(root, environment, "status", "--porcelain=v2", "--branch")
                        .lines()
                        .filter(line -> !line.startsWith("# branch.oid"))
                        .toList()
                        .equals(List.of("# branch.head main"))));
        facts.add(new Fact(
                "no worktree is left over",
                DemoProject.git(root, environment, "worktree", "list").lines().count() == 1));
        facts.add(new Fact(
                "no branch is left over",
                DemoProject.git(root, environment, "branch", "--format=%(refname:short)")
                        .strip()
                        .equals("main")));
        facts.add(new Fact(
                "every commit is on main",
                DemoProject.git(root, environment, "rev-list", "--count", "--no-merges", "main")
                        .strip()
                        .equals("7")));
        String log = DemoProject.git(root, environment, "log", "--graph", "--format=%h %s", "main");
        return new DemoOutcome(facts, log);
    }

    private static boolean isTested(Review review) {
        return review.check(Check.TESTS)
                .filter(tests -> tests.outcome() == Check.Outcome.PASSED)
                .isPresent();
    }

    private static List<Fact> database(Session session, EpicId epic) {
        var tasks = session.tasks().list(TaskFilter.ALL);
        var runs = session.runs().list(RunFilter.latest(Integer.MAX_VALUE));
        var work = runs.stream().filter(run -> run.kind() == RunKind.WORK).toList();
        var reviews = session.reviews().latest(Integer.MAX_VALUE);
        return List.of(
                new Fact(
                        "%d of %d tasks are closed"
                                .formatted(
                                        tasks.stream()
                                                .filter(task -> task.status() == TaskStatus.CLOSED)
                                                .count(),
                                        tasks.size()),
                        tasks.stream().allMatch(task -> task.status() == TaskStatus.CLOSED)),
                new Fact("the epic is approved", session.epics().get(epic).status() == EpicStatus.APPROVED),
                new Fact(
                        "one run failed and was tried again, one was sent back by its reviewer: %d runs in all"
                                .formatted(runs.size()),
                        work.size() == tasks.size() + 2
                                && work.stream()
                                                .filter(run -> run.status() == RunStatus.FAILED)
                                                .count()
                                        == 1),
                new Fact(
                        "%d reviews, one of which found something".formatted(reviews.size()),
                        reviews.stream().allMatch(DemoOutcome::isTested)
                                && reviews.stream()
                                                .filter(review -> review.status() == ReviewStatus.FAILED)
                                                .count()
                                        == 1),
                new Fact(
                        "the epic has been summed up", session.epics().get(epic).summary() != null),
                new Fact("nothing runs any more", session.runs().running().isEmpty()),
                new Fact("the inbox is empty", session.inbox().openCount() == 0));
    }
}
