package dev.fuel.consume;

import dev.fuel.agents.Outcome;
import dev.fuel.agents.PlanAnswer;
import dev.fuel.config.FuelConfig;
import dev.fuel.config.PlanReading;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.task.Task;
import dev.fuel.git.Repository;
import dev.fuel.prompt.Prompts;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import dev.fuel.store.TaskFilter;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Runs in which the primary proposes the tasks of an epic. It changes nothing: what it writes into its folder is
/// dropped, and what it proposes waits for a person.
final class PlanConduct implements RunConduct {
    private final Ground ground;
    private final Store store;
    private final Questions questions;
    private final Prompts prompts;
    private final GateSettlement settlement;

    PlanConduct(Ground ground, Questions questions, GateSettlement settlement) {
        this.ground = ground;
        this.store = ground.store();
        this.questions = questions;
        this.prompts = new Prompts(ground.fuelDirectory().resolve("prompts"));
        this.settlement = settlement;
    }

    /// @param unclear the run before, whose answer could not be read; null for a first question
    private record Facts(
            Epic epic, List<Task> tasks, @Nullable Run unclear) {
        static Facts read(Session session, Run run) {
            EpicId epic = epicOf(run);
            return new Facts(
                    session.epics().get(epic),
                    session.tasks().list(TaskFilter.ofEpic(epic)),
                    run.attempt() == 1 ? null : lastUnclear(session, run));
        }
    }

    private static @Nullable Run lastUnclear(Session session, Run run) {
        return session.runs().of(epicOf(run)).reversed().stream()
                .filter(other -> other.kind() == RunKind.PLAN && other.seq() < run.seq())
                .limit(run.attempt() - 1)
                .filter(other -> other.status() == RunStatus.COMPLETED)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Supplier<Preparation> preparing(Run run, FuelConfig config) {
        Facts facts = store.read(session -> Facts.read(session, run));
        boolean isHeld = questions.canBeHeldToSchema(run, config);
        Run unclear = facts.unclear();
        boolean isKnown = unclear != null && questions.goesOnWith(unclear, run, config);
        return () -> questions.preparation(
                run,
                head(facts.epic()),
                prompts.plan(promptFacts(facts, isKnown)),
                unclear,
                isHeld ? PlanAnswer.schema() : null,
                config);
    }

    /// What has come of the epic so far, else what it will start from.
    private @Nullable String head(Epic epic) {
        Repository repository = ground.repository();
        if (repository == null) {
            return null;
        }
        return repository
                .resolve("refs/heads/" + Repository.branchOf(epic.id()))
                .or(() -> epic.baseBranch() == null
                        ? repository.headCommit()
                        : repository.resolve("refs/heads/" + epic.baseBranch()))
                .or(repository::headCommit)
                .orElse(null);
    }

    /// @param isKnown whether who is asked knows what it has answered
    private Prompts.PlanFacts promptFacts(Facts facts, boolean isKnown) {
        Run unclear = facts.unclear();
        @Nullable
        String problem = unclear != null && PlanAnswers.read(unclear.finalText()) instanceof PlanReading.Unusable bad
                ? bad.words()
                : null;
        return new Prompts.PlanFacts(
                facts.epic(),
                EpicPlan.read(ground.root(), facts.epic()),
                facts.tasks().stream()
                        .map(task -> "- %s %s (%s)"
                                .formatted(
                                        task.id(), task.title(), task.status().word()))
                        .collect(Collectors.joining("\n")),
                problem,
                unclear == null || isKnown ? null : unclear.finalText());
    }

    @Override
    public Supplier<Settling> gathering(Run run, @Nullable Integer exitCode, FuelConfig config) {
        return () -> {
            Answered ended = questions.ended(run, exitCode, config);
            return (session, now) -> settle(session, now, ended, config);
        };
    }

    private void settle(Session session, Run run, Answered ended, FuelConfig config) {
        Outcome outcome = ended.evidence().outcome();
        if (!settlement.record(session, run, ended.evidence(), config) || !outcome.isCompleted()) {
            return;
        }
        if (ended.tampered()) {
            PlanRecords.refused(session, epicOf(run), "%s has changed the checkout".formatted(run.id()));
        } else if (PlanAnswers.read(outcome.finalText()) instanceof PlanReading.Usable(var plan)) {
            PlanRecords.proposed(session, run, plan);
        }
    }

    @Override
    public Settling broken(Run run, RuntimeException failure) {
        return (session, now) -> settlement.recordFailed(session, now, failure);
    }

    private static EpicId epicOf(Run run) {
        return Objects.requireNonNull(run.epic());
    }
}
