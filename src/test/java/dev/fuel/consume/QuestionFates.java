package dev.fuel.consume;

import dev.fuel.agents.Consumption;
import dev.fuel.agents.Outcome;
import dev.fuel.config.FuelConfig;
import dev.fuel.domain.Actor;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.StopReason;
import dev.fuel.domain.run.Usage;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.triage.StuckTask;
import dev.fuel.store.Store;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// What may become of questions to the primary: the decisions and what is written down are the real ones, what it
/// answers is chance.
record QuestionFates(Store store, FuelConfig config, Random random) {
    private static final int MOST_STEPS = 50;

    /// Asks about the tasks, and sees to the questions that are open.
    void lookAfter(List<TaskId> due) {
        for (int i = 0; i < MOST_STEPS; i++) {
            QuestionKeeper.Done done = store.write(
                    Actor.CONSUMER,
                    session -> QuestionKeeper.step(session, due, 1, false, Map.of(), ZoneOffset.UTC, config));
            if (done.started() != null) {
                end(done.started());
            } else if (!done.goesOn()) {
                return;
            }
        }
        throw new AssertionError("the questions do not come to an end");
    }

    /// Has the primary asked what to do about the task.
    void stick(TaskId task) {
        TriageKeeper.Effect effect = store.write(
                Actor.CONSUMER, session -> TriageKeeper.stick(session, task, false, Map.of(), ZoneOffset.UTC, config));
        for (int i = 0; i < MOST_STEPS; i++) {
            if (effect.started() != null) {
                end(effect.started());
            }
            List<StuckTask> asked = store.read(session -> session.triages().asked());
            if (asked.isEmpty()) {
                return;
            }
            effect = store.write(
                    Actor.CONSUMER,
                    session -> TriageKeeper.next(
                            session, asked.getFirst().task(), false, Map.of(), ZoneOffset.UTC, config));
        }
        throw new AssertionError("the triage does not come to an end");
    }

    private void end(Run run) {
        var settlement = new GateSettlement(new AgentHealthTracker(store, random));
        store.change(Actor.CONSUMER, session -> {
            int fate = random.nextInt(9);
            if (fate == 0) {
                session.progress().markStopping(run.id(), StopReason.TIMEOUT);
            }
            Outcome outcome = switch (fate) {
                case 0 -> outcome(FailureType.TIMEOUT, "");
                case 1 -> outcome(FailureType.CRASH, "");
                case 2 -> outcome(FailureType.LOST, "");
                case 3 -> outcome(FailureType.NETWORK, "");
                case 4 -> outcome(null, "I do not know {");
                case 5 -> outcome(null, "");
                default ->
                    outcome(
                            null,
                            answer(
                                    run,
                                    session.proposals().open().stream()
                                            .map(proposal -> proposal.task().value())
                                            .toList()));
            };
            var ended = new Answered(new Evidence(outcome, null), random.nextInt(20) == 0);
            Settling settling = run.kind() == RunKind.ROUTE
                    ? RouteConduct.settling(settlement, ended, config)
                    : TriageConduct.settling(settlement, ended, config);
            settling.settle(session, session.runs().get(run.id()));
        });
    }

    private String answer(Run run, List<String> tasks) {
        String agent = List.of("first", "second", "third", "nobody").get(random.nextInt(4));
        if (run.kind() == RunKind.ROUTE) {
            return tasks.stream()
                    .map("{\"choices\": [{\"task\": \"%%s\", \"agent\": \"%s\"}]}".formatted(agent)::formatted)
                    .findFirst()
                    .orElse("");
        }
        return random.nextBoolean()
                ? "{\"proposal\": \"retry\", \"agent\": \"%s\"}".formatted(agent)
                : "{\"proposal\": \"ask\", \"question\": \"What is it?\"}";
    }

    private static Outcome outcome(@Nullable FailureType failure, String words) {
        return new Outcome(
                failure == null ? RunStatus.COMPLETED : RunStatus.FAILED,
                failure == FailureType.LOST ? null : 0,
                failure,
                failure == null ? null : failure.word(),
                new Consumption("session", null, Usage.UNKNOWN, Usage.UNKNOWN),
                words,
                null,
                List.of(),
                false,
                failure == null,
                0,
                0);
    }
}
