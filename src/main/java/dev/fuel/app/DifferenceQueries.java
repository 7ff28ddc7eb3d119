package dev.fuel.app;

import dev.fuel.consume.EpicReport;
import dev.fuel.domain.Identifier;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.git.Change;
import dev.fuel.git.Diff;
import dev.fuel.git.Discovery;
import dev.fuel.git.KeptRefs;
import dev.fuel.git.Repository;
import dev.fuel.git.RunRefs;
import dev.fuel.store.IdKind;
import dev.fuel.store.RunFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What work changes, as git tells it. While a run is at work, what it has not committed yet is part of it.
public final class DifferenceQueries {
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final int MOST_COMMITS = 200;

    private final Project project;
    private final int mostBytes;

    public DifferenceQueries(Project project) {
        this(project, MOST_BYTES);
    }

    /// @param mostBytes of one difference; what is more is left out
    public DifferenceQueries(Project project, int mostBytes) {
        this.project = project;
        this.mostBytes = mostBytes;
    }

    /// Two places in the history whose difference is asked for.
    private record Range(String base, String head) {}

    /// @param reference the beginning of the id of a task, epic or run
    /// @param stat      only which files, and how much
    /// @throws Refusal if there is no such thing, no git, or nothing to compare yet
    public Difference of(String reference, boolean stat) {
        Identifier id =
                project.store().read(session -> session.ids().resolve(reference, IdKind.TASK, IdKind.EPIC, IdKind.RUN));
        Repository repository = GitRepository.require(project, "compare");
        Diff.Form form = stat ? Diff.Form.STAT : Diff.Form.PATCH;
        Diff.Text text = switch (id) {
            case TaskId task -> ofTask(repository, task, form);
            case EpicId epic -> ofEpic(repository, epic, form);
            case RunId run ->
                ofRun(repository, project.store().read(session -> session.runs().get(run)), form);
            default -> throw new IllegalStateException("neither a task, an epic nor a run: " + id);
        };
        return new Difference(id, text.text(), text.omitted());
    }

    /// The commits of a task or epic that are not in what it started from, newest first: a short name and the
    /// subject.
    ///
    /// @throws Refusal if there is no git, or nothing to compare yet
    public List<String> commits(Identifier id) {
        Repository repository = GitRepository.require(project, "compare");
        Range range = switch (id) {
            case TaskId task -> rangeOf(repository, task, runsOf(task));
            case EpicId epic -> rangeOf(repository, epic);
            default -> throw new IllegalStateException("neither a task nor an epic: " + id);
        };
        return Diff.commits(repository, range.base(), range.head(), MOST_COMMITS);
    }

    private List<Run> runsOf(TaskId id) {
        return project.store().read(session -> session.runs().list(RunFilter.ofTask(id)));
    }

    /// What an epic has come to, with what git says of its work, also after that has landed.
    ///
    /// @throws Refusal if there is no such epic
    public EpicEvidence evidence(String reference) {
        EpicReport report = project.store()
                .read(session -> EpicReport.read(session, session.ids().epic(reference)));
        String base = report.epic().baseBranch();
        @Nullable Change change = null;
        if (base != null
                && Repository.discover(project.root(), project.environment())
                        instanceof Discovery.Found(Repository repository)) {
            change = change(repository, report.epic().id(), base).orElse(null);
        }
        return new EpicEvidence(report, change);
    }

    private static Optional<Change> change(Repository repository, EpicId epic, String base) {
        return Change.between(repository, base, "refs/heads/" + Repository.branchOf(epic))
                .filter(change -> change.count() > 0)
                .or(() -> new KeptRefs(repository)
                        .ofEpic(epic)
                        .flatMap(range -> Change.between(repository, range.base(), range.head())));
    }

    private Diff.Text ofTask(Repository repository, TaskId id, Diff.Form form) {
        List<Run> runs = runsOf(id);
        for (Run run : runs) {
            if (isAtWork(run)) {
                return ofRun(repository, run, form);
            }
        }
        return between(repository, rangeOf(repository, id, runs), form);
    }

    private Range rangeOf(Repository repository, TaskId id, List<Run> runs) {
        Task task = project.store().read(session -> session.tasks().get(id));
        String base = present(task.baseCommit())
                .or(() -> runs.stream()
                        .flatMap(run -> present(run.baseCommit()).stream())
                        .findFirst())
                .orElseThrow(() -> nothingYet(id));
        // The commit that landed comes last: where it was rebased, others' work lies between it and the base.
        List<String> heads = new ArrayList<>();
        present(task.branch()).ifPresent(heads::add);
        heads.addAll(discarded(repository, id));
        runs.forEach(run -> present(run.headCommit()).ifPresent(heads::add));
        present(task.commit()).ifPresent(heads::add);
        return range(repository, id, base, heads);
    }

    /// Once it has landed, the branch is gone and its base contains it: what it was is known from before.
    private Diff.Text ofEpic(Repository repository, EpicId id, Diff.Form form) {
        return between(repository, rangeOf(repository, id), form);
    }

    private Range rangeOf(Repository repository, EpicId id) {
        Epic epic = project.store().read(session -> session.epics().get(id));
        String base = epic.baseBranch();
        Optional<String> branch = repository.resolve("refs/heads/" + Repository.branchOf(id));
        if (base != null && branch.isPresent() && !repository.isAncestor(branch.get(), base)) {
            return new Range(base, branch.get());
        }
        Optional<KeptRefs.Range> landed = new KeptRefs(repository).ofEpic(id);
        if (landed.isPresent()) {
            return new Range(landed.get().base(), landed.get().head());
        }
        if (epic.approvedAt() != null) {
            throw new Refusal(
                    "already_merged",
                    "%s is approved and merged into %s: git log shows it".formatted(id, epic.baseBranch()));
        }
        List<String> heads = new ArrayList<>();
        branch.ifPresent(heads::add);
        heads.addAll(discarded(repository, id));
        if (heads.isEmpty() || base == null) {
            throw new Refusal("nothing_yet", "%s has no branch yet: none of its tasks has started".formatted(id));
        }
        return range(repository, id, base, heads);
    }

    private static List<String> discarded(Repository repository, Identifier id) {
        return new KeptRefs(repository)
                .discarded(id.value()).stream().map(KeptRefs.Kept::ref).toList();
    }

    private Diff.Text ofRun(Repository repository, Run run, Diff.Form form) {
        String base = run.baseCommit();
        if (base == null) {
            throw nothingYet(run.id());
        }
        if (isAtWork(run) && run.workspacePath() != null) {
            return Diff.ofWorkspace(repository, Path.of(run.workspacePath()), base, form, mostBytes);
        }
        List<String> heads = new ArrayList<>();
        // What it left uncommitted stands on top of its commits.
        new RunRefs(repository).snapshotOf(run.id()).ifPresent(heads::add);
        present(run.headCommit()).ifPresent(heads::add);
        new RunRefs(repository).headOf(run.id()).ifPresent(heads::add);
        return between(repository, range(repository, run.id(), base, heads), form);
    }

    private Diff.Text between(Repository repository, Range range, Diff.Form form) {
        return Diff.between(repository, range.base(), range.head(), form, mostBytes);
    }

    private static Range range(Repository repository, Identifier id, String base, List<String> heads) {
        String head = heads.stream()
                .flatMap(revision -> repository.resolve(revision).stream())
                .findFirst()
                .orElseThrow(() -> nothingYet(id));
        return new Range(base, head);
    }

    private static Optional<String> present(@Nullable String revision) {
        return Optional.ofNullable(revision);
    }

    private static boolean isAtWork(Run run) {
        return run.status() == RunStatus.RUNNING
                && run.workspacePath() != null
                && run.baseCommit() != null
                && Files.isDirectory(Path.of(run.workspacePath()));
    }

    private static Refusal nothingYet(Identifier id) {
        return new Refusal("nothing_yet", "%s has left no commits to compare".formatted(id));
    }
}
