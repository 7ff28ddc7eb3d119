package dev.fuel.consume;

import dev.fuel.agents.Outcome;
import dev.fuel.agents.RoutingReading;
import dev.fuel.agents.RoutingReading.Named;
import dev.fuel.config.FuelConfig;
import dev.fuel.config.Limits;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.RoutingProposal;
import dev.fuel.domain.run.Run;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs in which the primary says who should do which task. Whatever they come to, each of the tasks has its answer or
/// is left to the map afterwards.
final class RouteConduct implements RunConduct {
    private final Store store;
    private final Questions questions;
    private final RoutePrompts prompts;
    private final GateSettlement settlement;

    RouteConduct(Ground ground, Questions questions, GateSettlement settlement) {
        this.store = ground.store();
        this.questions = questions;
        this.prompts = new RoutePrompts(ground);
        this.settlement = settlement;
    }

    @Override
    public Supplier<Preparation> preparing(Run run, FuelConfig config) {
        RoutePrompts.Facts facts = store.read(session -> prompts.facts(session, run, config));
        boolean isHeld = questions.canBeHeldToSchema(run, config);
        return () -> questions.preparation(
                run, null, prompts.prompt(facts), facts.unclear(), isHeld ? facts.schema() : null, config);
    }

    @Override
    public Supplier<Settling> gathering(Run run, @Nullable Integer exitCode, FuelConfig config) {
        return () -> {
            Answered ended = questions.ended(run, exitCode, config);
            return settling(settlement, ended, config);
        };
    }

    static Settling settling(GateSettlement settlement, Answered ended, FuelConfig config) {
        Outcome outcome = ended.evidence().outcome();
        Optional<List<Named>> answer =
                outcome.isCompleted() ? RoutingReading.in(outcome.finalText()) : Optional.empty();
        return (session, run) -> settle(settlement, session, run, ended, answer.orElse(List.of()), config);
    }

    private static void settle(
            GateSettlement settlement,
            Session session,
            Run run,
            Answered ended,
            List<Named> answer,
            FuelConfig config) {
        List<RoutingProposal> asked = askedBy(session, run);
        @Nullable String objection = ended.objection(run);
        if (objection == null && asked.stream().noneMatch(task -> isNamed(task, answer))) {
            objection = asked.isEmpty() ? null : Answered.unreadable(run);
        }
        boolean unclear = objection != null && ended.isWell();
        if (unclear
                ? !settlement.recordUseless(session, run, ended.evidence(), Objects.requireNonNull(objection), config)
                : !settlement.record(session, run, ended.evidence(), config)) {
            return;
        }
        if (QuestionPolicy.isUnclear(session.runs().get(run.id()))) {
            return; // whether there is time to ask once more is decided with the other questions
        }
        for (RoutingProposal task : asked) {
            if (objection == null) {
                answer(session, run, task, answer);
            } else {
                session.proposals().giveUp(task.task(), objection);
            }
        }
    }

    private static void answer(Session session, Run run, RoutingProposal task, List<Named> answer) {
        for (Named named : answer.reversed()) {
            if (named.task().equals(task.task().value()) && isOffered(task, named)) {
                boolean _ = session.proposals().answer(task.task(), new AgentName(named.agent()), named.reason());
                return;
            }
        }
        session.proposals()
                .giveUp(
                        task.task(),
                        answer.stream()
                                .filter(named -> named.task().equals(task.task().value()))
                                .findFirst()
                                .map(named -> "%s has named %s, whom it could not choose"
                                        .formatted(run.agent(), named.agent()))
                                .orElseGet(() -> "%s has said nothing about it".formatted(run.agent())));
    }

    private static boolean isNamed(RoutingProposal task, List<Named> answer) {
        return answer.stream().anyMatch(named -> named.task().equals(task.task().value()) && isOffered(task, named));
    }

    private static boolean isOffered(RoutingProposal task, Named named) {
        return task.offered().stream().anyMatch(agent -> agent.value().equals(named.agent()));
    }

    private static List<RoutingProposal> askedBy(Session session, Run run) {
        return session.proposals().open().stream()
                .filter(proposal -> run.id().equals(proposal.run()))
                .toList();
    }

    @Override
    public Settling broken(Run run, RuntimeException failure) {
        return (session, now) -> {
            List<RoutingProposal> asked = askedBy(session, now);
            if (settlement.recordFailed(session, now, failure)) {
                String why = "%s could not be asked: %s"
                        .formatted(now.agent(), RunOutcomes.firstLine(RunOutcomes.words(failure)));
                asked.forEach(task -> session.proposals().giveUp(task.task(), why));
            }
        };
    }

    @Override
    public Limits limits(FuelConfig config) {
        return Questions.limits(QuestionPolicy.LIMIT, config);
    }
}
