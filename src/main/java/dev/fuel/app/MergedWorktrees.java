package dev.fuel.app;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.git.Branches;
import dev.fuel.git.GitFailure;
import dev.fuel.git.Removal;
import dev.fuel.git.Repository;
import dev.fuel.git.Worktrees;
import dev.fuel.store.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Worktrees and branches of tasks that are over and of epics that are approved, whose work is merged. The merge itself
/// removes them; these are left where it was cut off, or where a person merged or gave up. Those that hold work of
/// their own stay, and are told of.
final class MergedWorktrees implements Pile {
    private final Project project;
    private final Repository repository;
    private final Worktrees worktrees;
    private final Consumer<String> keeping;

    /// @param keeping told which of them stay, and why
    MergedWorktrees(Project project, Repository repository, Consumer<String> keeping) {
        this.keeping = keeping;
        this.project = project;
        this.repository = repository;
        this.worktrees = new Worktrees(repository);
    }

    /// The branches whose work is over, each with those that it may have been merged into.
    private record Ended(Identifier id, List<String> targets) {}

    @Override
    public List<Removable> find() {
        List<Identifier> ids = Stream.concat(
                        worktrees.list(folder()).stream()
                                .map(path -> path.getFileName().toString()),
                        Branches.below(repository, "fuel/").stream().map(name -> name.substring("fuel/".length())))
                .distinct()
                .sorted()
                .flatMap(MergedWorktrees::identifier)
                .toList();
        return project
                .store()
                .read(session ->
                        ids.stream().flatMap(id -> ended(session, id).stream()).toList())
                .stream()
                .flatMap(ended -> removable(ended).stream())
                .toList();
    }

    private static Stream<Identifier> identifier(String name) {
        if (Identifier.isValid(TaskId.PREFIX, name)) {
            return Stream.of(new TaskId(name));
        }
        return Identifier.isValid(EpicId.PREFIX, name) ? Stream.of(new EpicId(name)) : Stream.empty();
    }

    private static Optional<Ended> ended(Session session, Identifier id) {
        return switch (id) {
            case TaskId task ->
                session.tasks()
                        .find(task)
                        .filter(found -> found.status().isEnded())
                        .filter(_ -> RunQueries.runningOn(session, task).isEmpty())
                        .filter(_ -> session.attachments().of(task).isEmpty())
                        .map(found -> new Ended(id, targets(session, found)));
            case EpicId epic ->
                session.epics()
                        .find(epic)
                        .filter(found -> found.approvedAt() != null)
                        .map(found -> new Ended(id, targets(found)));
            default -> throw new IllegalStateException("neither a task nor an epic: " + id);
        };
    }

    private static List<String> targets(Session session, Task task) {
        List<String> targets = new ArrayList<>();
        if (task.epic() != null) {
            targets.add(Repository.branchOf(task.epic()));
            targets.addAll(targets(session.epics().get(task.epic())));
        }
        if (task.baseBranch() != null) {
            targets.add(task.baseBranch());
        }
        // Where nothing was done, the branch is where it started.
        if (task.baseCommit() != null) {
            targets.add(task.baseCommit());
        }
        return targets;
    }

    private static List<String> targets(Epic epic) {
        return epic.baseBranch() == null ? List.of() : List.of(epic.baseBranch());
    }

    private Optional<Removable> removable(Ended ended) {
        String name = ended.id().value();
        Path place = folder().resolve(name);
        Removal.Kept last = null;
        for (String target : ended.targets()) {
            if (repository.resolve(target).isPresent()) {
                Optional<Removal.Kept> why = worktrees.whyKept(place, "fuel/" + name, target);
                if (why.isEmpty()) {
                    return Optional.of(Removable.of(
                            new Waste(Waste.Kind.WORKTREE, name, FileTree.size(place)),
                            () -> remove(place, "fuel/" + name, target)));
                }
                last = why.get();
            }
        }
        if (last != null) {
            keeping.accept("%s: %s; `fuel discard %s` throws it away".formatted(name, last.reason(), name));
        }
        return Optional.empty();
    }

    /// A consumer may be removing it at the same moment.
    private void remove(Path place, String branch, String target) {
        try {
            var _ = worktrees.remove(place, branch, target);
        } catch (GitFailure failure) {
            if (worktrees.holdings(place, branch).exists()) {
                throw failure;
            }
        }
    }

    private Path folder() {
        return project.folder().resolve("worktrees");
    }
}
