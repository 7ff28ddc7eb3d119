package dev.fuel.consume;

import dev.fuel.domain.Word;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.plan.ProposedPlan;
import dev.fuel.domain.request.RequestKind;
import dev.fuel.domain.run.Run;
import dev.fuel.store.Session;
import java.util.Objects;

/// Writes down what has come of a wish for a plan, in the transaction of its caller.
final class PlanRecords {
    private PlanRecords() {}

    static void proposed(Session session, Run run, ProposedPlan plan) {
        EpicId epic = Objects.requireNonNull(run.epic());
        session.state().propose(epic, run.id());
        end(
                session,
                epic,
                "%s proposes %d tasks".formatted(run.id(), plan.tasks().size()));
    }

    static void refused(Session session, EpicId epic, String why) {
        end(session, epic, "not planned: " + why);
    }

    private static void end(Session session, EpicId epic, String result) {
        session.requests().pending().stream()
                .filter(request -> request.target().equals(epic.value())
                        && Word.find(RequestKind.class, request.kind()).orElse(null) == RequestKind.PLAN_EPIC)
                .forEach(request -> session.requests().done(request.id(), result));
    }
}
