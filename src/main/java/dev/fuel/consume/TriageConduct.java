package dev.fuel.consume;

import dev.fuel.agents.Outcome;
import dev.fuel.agents.TriageReading;
import dev.fuel.config.AgentConfig;
import dev.fuel.config.FuelConfig;
import dev.fuel.config.Limits;
import dev.fuel.config.Triage;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.triage.StuckTask;
import dev.fuel.domain.triage.TriageProposal;
import dev.fuel.domain.triage.TriageState;
import dev.fuel.prompt.Prompts;
import dev.fuel.store.RunFilter;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Runs in which the primary says what to do about a task that has used up its attempts. Whatever they come to, a
/// person is called afterwards, or what was proposed is done.
final class TriageConduct implements RunConduct {
    private static final int MOST_ATTEMPTS = 6;
    private static final int LONGEST_WORDS = 1_500;

    private final Store store;
    private final Questions questions;
    private final Prompts prompts;
    private final GateSettlement settlement;

    TriageConduct(Ground ground, Questions questions, GateSettlement settlement) {
        this.store = ground.store();
        this.questions = questions;
        this.prompts = new Prompts(ground.fuelDirectory().resolve("prompts"));
        this.settlement = settlement;
    }

    /// @param head the last commit of its work; null if there is none
    private record Facts(
            Task task,
            Prompts.TriageFacts prompt,
            List<AgentName> agents,
            @Nullable String head,
            @Nullable Run unclear) {}

    @Override
    public Supplier<Preparation> preparing(Run run, FuelConfig config) {
        Facts facts = store.read(session -> facts(session, run, config));
        boolean isHeld = questions.canBeHeldToSchema(run, config);
        return () -> questions.preparation(
                run,
                facts.head(),
                prompts.triage(facts.prompt()),
                facts.unclear(),
                isHeld ? TriageReading.schema() : null,
                config);
    }

    private static Facts facts(Session session, Run run, FuelConfig config) {
        Task task = session.tasks().get(taskOf(run));
        List<Run> attempts = session.runs().list(RunFilter.ofTask(task.id())).stream()
                .filter(other -> other.kind() == RunKind.WORK)
                .limit(MOST_ATTEMPTS)
                .toList();
        List<AgentName> agents = offered(session, task.id(), config);
        @Nullable
        Run unclear = run.resumedFrom() == null ? null : session.runs().get(run.resumedFrom());
        var prompt = new Prompts.TriageFacts(
                task,
                Claims.epicOf(session, task),
                attempts.reversed().stream().map(TriageConduct::line).collect(Collectors.joining("\n")),
                agents.stream()
                        .map(agent ->
                                line(Objects.requireNonNull(config.agents().get(agent))))
                        .collect(Collectors.joining("\n")),
                unclear == null ? null : unclear.errorMessage());
        return new Facts(
                task,
                prompt,
                agents,
                attempts.stream()
                        .map(Run::headCommit)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                unclear);
    }

    /// Who has not used up its attempts at the task.
    private static List<AgentName> offered(Session session, TaskId task, FuelConfig config) {
        Map<AgentName, Integer> failures =
                session.runTotals().chargedFailures(List.of(task)).getOrDefault(task, Map.of());
        return config.agents().values().stream()
                .filter(agent -> failures.getOrDefault(agent.name(), 0) < agent.maxAttempts())
                .map(AgentConfig::name)
                .toList();
    }

    private static String line(Run attempt) {
        String ended = attempt.errorType() == null
                ? attempt.status().word()
                : "%s: %s".formatted(attempt.errorType().word().replace('_', ' '), attempt.errorMessage());
        String words = attempt.finalText() == null ? "" : attempt.finalText().strip();
        String said = words.length() <= LONGEST_WORDS ? words : "…" + words.substring(words.length() - LONGEST_WORDS);
        return "- %s, attempt %d: %s%s"
                .formatted(
                        attempt.agent(),
                        attempt.attempt(),
                        ended,
                        said.isEmpty() ? "" : "\n" + said.indent(2).stripTrailing());
    }

    private static String line(AgentConfig agent) {
        return "- %s: %s%s"
                .formatted(
                        agent.name(),
                        agent.description().isBlank()
                                ? "no description"
                                : agent.description().strip(),
                        agent.model() == null ? "" : "; model " + agent.model());
    }

    @Override
    public Supplier<Settling> gathering(Run run, @Nullable Integer exitCode, FuelConfig config) {
        return () -> {
            Answered ended = questions.ended(run, exitCode, config);
            return settling(settlement, ended, config);
        };
    }

    static Settling settling(GateSettlement settlement, Answered ended, FuelConfig config) {
        return (session, run) -> settle(settlement, session, run, ended, config);
    }

    private static void settle(GateSettlement settlement, Session session, Run run, Answered ended, FuelConfig config) {
        Outcome outcome = ended.evidence().outcome();
        TaskId id = taskOf(run);
        Optional<TriageProposal> answer =
                ended.isWell() ? TriageReading.in(outcome.finalText(), offered(session, id, config)) : Optional.empty();
        @Nullable String objection = ended.objection(run);
        if (objection == null && answer.isEmpty()) {
            objection = Answered.unreadable(run);
        }
        boolean useless = objection != null && ended.isWell();
        if (useless
                ? !settlement.recordUseless(session, run, ended.evidence(), Objects.requireNonNull(objection), config)
                : !settlement.record(session, run, ended.evidence(), config)) {
            return;
        }
        Task task = session.tasks().get(id);
        StuckTask stuck = session.triages().find(id).orElse(null);
        if (stuck == null || stuck.state() != TriageState.ASKED || !run.id().equals(stuck.run())) {
            return;
        }
        if (QuestionPolicy.isUnclear(session.runs().get(run.id()))) {
            return; // what comes next is the policy's
        }
        if (!task.heldBy().contains(Hold.STUCK)) {
            boolean _ = session.triages().move(id, TriageState.ASKED, TriageState.OVERTAKEN);
        } else if (objection != null) {
            TriageRecords.failed(session, task, stuck.failure(), objection);
        } else {
            TriageRecords.proposed(
                    session,
                    task,
                    stuck,
                    answer.orElseThrow(),
                    Objects.requireNonNull(run.agent()),
                    config.triage() == Triage.AUTO);
        }
    }

    @Override
    public Settling broken(Run run, RuntimeException failure) {
        return (session, now) -> {
            StuckTask stuck = session.triages().find(taskOf(now)).orElse(null);
            if (settlement.recordFailed(session, now, failure) && stuck != null && stuck.state() == TriageState.ASKED) {
                TriageRecords.failed(
                        session,
                        session.tasks().get(taskOf(now)),
                        stuck.failure(),
                        "%s could not be asked: %s"
                                .formatted(now.agent(), RunOutcomes.firstLine(RunOutcomes.words(failure))));
            }
        };
    }

    @Override
    public Limits limits(FuelConfig config) {
        return Questions.limits(TriagePolicy.LIMIT, config);
    }

    private static TaskId taskOf(Run run) {
        return Objects.requireNonNull(run.task());
    }
}
