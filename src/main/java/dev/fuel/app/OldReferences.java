package dev.fuel.app;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.git.KeptRefs;
import dev.fuel.git.KeptRefs.Kept;
import dev.fuel.git.Repository;
import dev.fuel.store.Session;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was kept of work that is older than the limit and needs no keeping any more: it is merged, its task is over, or
/// a person discarded it. Git frees the objects at its own next collection. References to what the database does not
/// know stay.
final class OldReferences implements Pile {
    private final Project project;
    private final Repository repository;
    private final Instant limit;

    OldReferences(Project project, Repository repository, Instant limit) {
        this.project = project;
        this.repository = repository;
        this.limit = limit;
    }

    @Override
    public List<Removable> find() {
        KeptRefs refs = new KeptRefs(repository);
        List<Kept> all = refs.list();
        List<Kept> old = project.store()
                .read(session -> all.stream().filter(ref -> isOld(session, ref)).toList());
        List<Waste> waste = old.stream()
                .map(ref -> new Waste(Waste.Kind.REFERENCE, ref.ref(), 0))
                .toList();
        return old.isEmpty() ? List.of() : List.of(new Removable(waste, () -> refs.forget(old)));
    }

    private boolean isOld(Session session, Kept ref) {
        List<String> parts = ref.parts();
        if (parts.size() < 2) {
            return false;
        }
        return switch (parts.getFirst()) {
            case "runs", "snapshots" ->
                run(session, parts.get(1))
                        .filter(run -> isOld(session, run, ref))
                        .isPresent();
            case "epics" ->
                epic(session, parts.get(1))
                        .map(Epic::approvedAt)
                        .filter(approved -> approved.isBefore(limit))
                        .isPresent();
            case "discarded" ->
                parts.size() == 3
                        && instant(parts.get(2))
                                .filter(at -> at.isBefore(limit))
                                .isPresent();
            default -> false;
        };
    }

    private boolean isOld(Session session, Run run, Kept ref) {
        if (run.completedAt() == null || !run.completedAt().isBefore(limit)) {
            return false;
        }
        TaskId task = run.task();
        if (task == null) {
            return run.epic() != null && session.epics().get(run.epic()).approvedAt() != null;
        }
        Task its = session.tasks().get(task);
        return its.status().isEnded() || isMerged(its, ref);
    }

    private boolean isMerged(Task task, Kept ref) {
        return task.baseBranch() != null
                && repository.resolve(task.baseBranch()).isPresent()
                && repository.isAncestor(ref.commit(), task.baseBranch());
    }

    private static Optional<Run> run(Session session, String id) {
        return Identifier.isValid(RunId.PREFIX, id) ? session.runs().find(new RunId(id)) : Optional.empty();
    }

    private static Optional<Epic> epic(Session session, String id) {
        return Identifier.isValid(EpicId.PREFIX, id) ? session.epics().find(new EpicId(id)) : Optional.empty();
    }

    /// When it was discarded, from the end of its name.
    private static Optional<Instant> instant(String name) {
        try {
            return Optional.of(DiscardActions.INSTANT.parse(name.replace("-branch", ""), Instant::from));
        } catch (DateTimeException ofAnotherForm) {
            return Optional.empty();
        }
    }
}
