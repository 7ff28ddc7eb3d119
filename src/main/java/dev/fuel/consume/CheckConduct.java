package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.config.Limits;
import dev.fuel.config.ReviewSettings;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.review.ReviewId;
import dev.fuel.domain.review.TestFindings;
import dev.fuel.domain.review.TestFindings.Ending;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.StopReason;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.gate.CheckWorkspaces;
import dev.fuel.gate.Workspace;
import dev.fuel.gate.tests.TestReports;
import dev.fuel.process.RunDirectory;
import dev.fuel.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs of the test command: at the head of a task's work, in its own workspace, or at the commit that the work started
/// from, in a worktree for nothing else; and at both for an epic's work, in such worktrees.
final class CheckConduct implements RunConduct {
    private final Ground ground;
    private final Store store;
    private final CheckWorkspaces workspaces;

    CheckConduct(Ground ground, CheckWorkspaces workspaces) {
        this.ground = ground;
        this.store = ground.store();
        this.workspaces = workspaces;
    }

    /// What the findings at a review's head are kept by: its commit, or where there is none, the review itself.
    static String key(Review review) {
        return key(review.head(), review.id());
    }

    private static String key(@Nullable String head, ReviewId review) {
        return head == null ? review.value() : head;
    }

    static boolean isBaseline(Run run) {
        return run.headCommit() != null && run.headCommit().equals(run.baseCommit());
    }

    @Override
    public Supplier<Preparation> preparing(Run run, FuelConfig config) {
        @Nullable Task task = task(run);
        return () -> {
            String command = tests(config).command();
            Workspace workspace = prepare(run, task, config);
            // What it prints is read by people, and in its order: so both streams are one.
            List<String> words = List.of("sh", "-c", "exec 2>&1\n" + command);
            return new Preparation(workspace, words, Map.of(), command, false);
        };
    }

    private Workspace prepare(Run run, @Nullable Task task, FuelConfig config) {
        if (task == null) {
            String commit = Objects.requireNonNull(run.headCommit());
            return workspaces.prepareEpic(run.id(), commit, run.baseCommit(), config.workspace());
        }
        return isBaseline(run)
                ? workspaces.prepareBaseline(task, Objects.requireNonNull(run.headCommit()), config.workspace())
                : workspaces.ofHead(task, config.workspace());
    }

    @Override
    public Workspace findWorkspace(Run run, FuelConfig config) {
        @Nullable Task task = task(run);
        if (task == null) {
            return workspaces.ofEpic(run.id(), run.baseCommit());
        }
        return isBaseline(run) ? workspaces.ofBaseline(task) : workspaces.ofHead(task, config.workspace());
    }

    @Override
    public Supplier<Settling> gathering(Run run, @Nullable Integer exitCode, FuelConfig config) {
        return () -> {
            if (run.stopping() != null && !ranOutOfTime(run)) {
                return (session, now) -> CheckRecords.stopped(session, now, exitCode);
            }
            if (run.stopping() == null && exitCode == null) {
                return (session, now) -> CheckRecords.cameToNothing(
                        session, now, FailureType.LOST, "the process is gone without a trace");
            }
            RunDirectory directory = ground.runDirectory(run);
            String command = read(directory.prompt());
            TestFindings found = gather(run, directory, exitCode, config);
            return (session, now) -> CheckRecords.found(session, now, exitCode, command, found);
        };
    }

    private TestFindings gather(Run run, RunDirectory directory, @Nullable Integer exitCode, FuelConfig config) {
        ReviewSettings review = config.review();
        @Nullable
        String reports =
                review == null || review.tests() == null ? null : review.tests().reports();
        Path workspace = Path.of(Objects.requireNonNull(run.workspacePath()));
        boolean timedOut = ranOutOfTime(run);
        return TestReports.gather(
                workspace,
                reports,
                beginning(directory),
                timedOut ? Ending.TIMED_OUT : Ending.ENDED,
                timedOut ? null : exitCode);
    }

    private static boolean ranOutOfTime(Run run) {
        return run.stopping() == StopReason.TIMEOUT || run.stopping() == StopReason.STALLED;
    }

    @Override
    public Settling notStarted(Run run, RuntimeException failure, FuelConfig config) {
        String words = RunOutcomes.firstLine(RunOutcomes.words(failure));
        return (session, now) -> {
            CheckRecords.cameToNothing(session, now, FailureType.CRASH, words);
            ReviewSettings review = config.review();
            // It will not come to more at the next try, and a comparison by exit code is better than none.
            if (failure instanceof Refusal && isBaseline(now) && review != null && review.tests() != null) {
                session.baselines()
                        .save(
                                Objects.requireNonNull(now.headCommit()),
                                review.tests().command(),
                                TestFindings.unavailable(words));
            }
        };
    }

    @Override
    public Settling broken(Run run, RuntimeException failure) {
        String words = RunOutcomes.firstLine(RunOutcomes.words(failure));
        return (session, now) -> CheckRecords.cameToNothing(session, now, FailureType.CRASH, words);
    }

    /// Tests may be silent for as long as they may take.
    @Override
    public Limits limits(FuelConfig config) {
        ReviewSettings review = config.review();
        return review == null || review.tests() == null
                ? config.limits()
                : config.limits().within(review.tests().timeout());
    }

    private static ReviewSettings.Tests tests(FuelConfig config) {
        ReviewSettings review = config.review();
        if (review == null || review.tests() == null) {
            throw new Refusal("no_tests", "review.tests is no longer configured");
        }
        return review.tests();
    }

    /// @return null if it is about an epic's work as a whole
    private @Nullable Task task(Run run) {
        TaskId id = run.task();
        return id == null ? null : store.read(session -> session.tasks().get(id));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /// By the clock of who stamps the reports too, which lags a little behind ours: the prompt is the last file
    /// that is written before the command starts.
    private static Instant beginning(RunDirectory directory) {
        try {
            return Files.getLastModifiedTime(directory.prompt()).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the time of " + directory.prompt(), e);
        }
    }
}
