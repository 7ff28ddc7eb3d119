package dev.fuel.app;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.review.ReviewId;
import dev.fuel.domain.review.ReviewStatus;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.task.TaskId;
import dev.fuel.git.Repository;
import dev.fuel.git.Worktrees;
import dev.fuel.store.Session;
import java.nio.file.Path;
import java.util.List;

/// Worktrees without a branch that were made for one review (`r-…`) or for the tests of a task's base (`f-…-base`), and
/// were left when that was cut off. Nothing in them is anybody's work.
final class DisposableWorktrees implements Pile {
    private static final String OF_BASE = "-base";

    private final Project project;
    private final Worktrees worktrees;

    DisposableWorktrees(Project project, Repository repository) {
        this.project = project;
        this.worktrees = new Worktrees(repository);
    }

    @Override
    public List<Removable> find() {
        List<Path> all = worktrees.list(project.folder().resolve("worktrees"));
        List<Path> left = project.store()
                .read(session -> all.stream()
                        .filter(path -> isLeft(session, path.getFileName().toString()))
                        .toList());
        return left.stream()
                .map(path -> Removable.of(
                        new Waste(Waste.Kind.DISPOSABLE, path.getFileName().toString(), FileTree.size(path)),
                        () -> worktrees.removeDetached(path)))
                .toList();
    }

    private static boolean isLeft(Session session, String name) {
        if (Identifier.isValid(ReviewId.PREFIX, name)) {
            ReviewId id = new ReviewId(name);
            boolean pending = session.reviews()
                    .find(id)
                    .filter(review -> review.status() == ReviewStatus.PENDING)
                    .isPresent();
            return !pending && session.runs().running().stream().noneMatch(run -> id.equals(run.review()));
        }
        if (Identifier.isValid(RunId.PREFIX, name)) {
            return session.runs()
                    .find(new RunId(name))
                    .filter(run -> run.status() == RunStatus.RUNNING)
                    .isEmpty();
        }
        String owner = name.endsWith(OF_BASE) ? name.substring(0, name.length() - OF_BASE.length()) : "";
        if (!Identifier.isValid(TaskId.PREFIX, owner)) {
            return false;
        }
        TaskId task = new TaskId(owner);
        return session.tasks()
                .find(task)
                .filter(found -> found.status().isEnded())
                .filter(_ -> RunQueries.runningOn(session, task).isEmpty())
                .isPresent();
    }
}
