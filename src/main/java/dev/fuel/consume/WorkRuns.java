package dev.fuel.consume;

import dev.fuel.agents.Driver;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Task;
import dev.fuel.gate.Workspace;
import dev.fuel.gate.Workspaces;
import dev.fuel.prompt.Prompts;
import dev.fuel.prompt.Prompts.WorkFacts;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes ready what a claimed work run is started from: workspace, prompt and driver. Touches no database; runs beside
/// the loop.
final class WorkRuns {
    private static final int SHORT_COMMIT = 10;

    private final Ground ground;
    private final Workspaces workspaces;
    private final Prompts prompts;

    WorkRuns(Ground ground, Workspaces workspaces) {
        this.ground = ground;
        this.workspaces = workspaces;
        this.prompts = new Prompts(ground.fuelDirectory().resolve("prompts"));
    }

    /// What a run is started from.
    ///
    /// @param previous the task's last work run
    /// @param blockers the tasks that it waited for
    record Facts(
            Run run,
            Task task,
            @Nullable Epic epic,
            @Nullable Run previous,
            List<Task> blockers) {}

    Preparation prepare(Facts facts, FuelConfig config) {
        Run run = facts.run();
        Driver driver = ground.driver(Objects.requireNonNull(run.agent()), config);
        Workspace workspace = workspaces.prepare(facts.task(), facts.epic(), facts.blockers(), config.workspace());
        workspaces.unlock(workspace);
        @Nullable String session = sessionToResume(facts, driver);
        String prompt = prompt(facts, workspace, session != null);
        return AgentStart.preparation(ground, driver, run, workspace, session, prompt);
    }

    private static @Nullable String sessionToResume(Facts facts, Driver driver) {
        Run previous = facts.previous();
        return previous == null || facts.run().resumedFrom() == null || !driver.canResume()
                ? null
                : previous.sessionId();
    }

    private String prompt(Facts facts, Workspace workspace, boolean resumes) {
        Run previous = facts.previous();
        @Nullable
        String lastFailure = previous == null || previous.errorType() == null
                ? null
                : "%s: %s"
                        .formatted(
                                previous.errorType().word().replace('_', ' '),
                                previous.errorMessage() == null ? "" : previous.errorMessage());
        StringBuilder blockers = new StringBuilder();
        for (Task blocker : facts.blockers()) {
            blockers.append("- %s %s: %s\n"
                    .formatted(
                            blocker.id(),
                            blocker.title(),
                            blocker.reason() == null ? blocker.status().word() : blocker.reason()));
        }
        WorkFacts work = new WorkFacts(
                facts.task(),
                facts.epic(),
                EpicPlan.read(ground.root(), facts.epic()),
                blockers.toString(),
                lastFailure,
                workspace.branch(),
                base(facts, workspace));
        return resumes ? prompts.resume(work) : prompts.work(work);
    }

    private static @Nullable String base(Facts facts, Workspace workspace) {
        if (workspace.base() == null) {
            return null;
        }
        String branch = facts.epic() == null
                ? facts.task().baseBranch()
                : "fuel/" + facts.epic().id();
        return "%s at %s".formatted(branch, workspace.base().substring(0, SHORT_COMMIT));
    }
}
