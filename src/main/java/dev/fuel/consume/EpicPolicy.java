package dev.fuel.consume;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.epic.EpicStatus;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.Complexity;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What comes next for an epic: a pure function of what the database says. When its last task has ended, the primary
/// sums up, if it can do so soon; then a person is asked. Nothing lands without that person.
final class EpicPolicy {
    private EpicPolicy() {}

    static EpicStep next(EpicFacts facts) {
        if (facts.plan() != null && facts.epic().status() != EpicStatus.APPROVED) {
            return PlanPolicy.next(facts, facts.plan());
        }
        Run running = facts.running();
        if (facts.epic().status() != EpicStatus.REVIEW_PENDING) {
            return notPending(facts, running);
        }
        if (running != null && running.kind() == RunKind.MERGE) {
            return atWork(running);
        }
        if (facts.merge() != null) {
            return merge(facts);
        }
        if (facts.isAsked()) {
            return new EpicStep.Rest();
        }
        return running == null ? EpicTestPolicy.next(facts).orElseGet(() -> sumUp(facts)) : atWork(running);
    }

    private static EpicStep notPending(EpicFacts facts, @Nullable Run running) {
        boolean isInVain = running != null
                && (running.kind() == RunKind.EPIC_REVIEW || running.kind() == RunKind.CHECK)
                && running.stopping() == null;
        if (running != null && isInVain) {
            return new EpicStep.Stop(running.id());
        }
        return facts.isAsked() || facts.merge() != null ? new EpicStep.Withdraw() : new EpicStep.Rest();
    }

    private static EpicStep atWork(Run run) {
        return new EpicStep.Wait("%s run %s is at work".formatted(run.kind().word(), run.id()), null);
    }

    private static EpicStep merge(EpicFacts facts) {
        Optional<AgentName> resolver = Optional.ofNullable(facts.config().primary())
                .or(() -> facts.config().agentFor(Complexity.COMPLEX));
        if (resolver.isEmpty()) {
            return new EpicStep.HandOverMerge("no agent is configured that could resolve it");
        }
        GateStep step = SlotPolicy.start(
                facts.snapshot(),
                facts.snapshot().spentFor(facts.epic().id()),
                false,
                facts.config(),
                "merge",
                resolver.get(),
                (agent, model) -> run(facts, RunKind.MERGE, agent, model));
        return switch (step) {
            case GateStep.Execute(NewRun run) -> new EpicStep.Execute(run);
            case GateStep.Look(AgentName agent) -> new EpicStep.Look(agent);
            case GateStep.Wait(String reason, var until) -> new EpicStep.Wait(reason, until);
            case GateStep.WaitForPerson(String reason) -> new EpicStep.Wait(reason, null);
            case GateStep.Examine _,
                    GateStep.ConcludeTests _,
                    GateStep.SendBack _,
                    GateStep.CallForHelp _,
                    GateStep.AskForSignOff _,
                    GateStep.Land _,
                    GateStep.HandOverMerge _ -> throw new IllegalStateException("no answer to a start: " + step);
        };
    }

    /// A person must not wait for a summary that nobody can write now; a run that only needs its turn is worth it.
    /// A busy machine is no reason: this is what a person waits for.
    private static EpicStep sumUp(EpicFacts facts) {
        Snapshot snapshot = facts.snapshot();
        AgentName primary = facts.config().primary();
        if (facts.summaryTries() == 0) {
            return new EpicStep.Ask(facts.epic().summary() == null ? "the attempts to write one have failed" : null);
        }
        if (primary == null) {
            return new EpicStep.Ask("no primary agent is configured");
        }
        if (snapshot.paused()) {
            return new EpicStep.Ask("dispatch is paused");
        }
        Optional<BudgetMark> spent = snapshot.spentFor(facts.epic().id());
        if (spent.isPresent()) {
            return new EpicStep.Ask(spent.get().fact());
        }
        if (snapshot.taken() >= facts.config().maxConcurrent()) {
            return new EpicStep.Wait("all slots are taken", null);
        }
        Route route = new Router(facts.config(), ZoneOffset.UTC)
                .routeFrom("epic_review", primary, snapshot, Scheduler.running(snapshot));
        if (route.unknownAgent().isPresent()) {
            return new EpicStep.Look(route.unknownAgent().get());
        }
        AgentName agent = route.chosen();
        if (agent != null) {
            var settings = facts.config().agents().get(agent);
            return new EpicStep.Execute(
                    run(facts, RunKind.EPIC_REVIEW, agent, settings == null ? null : settings.model()));
        }
        boolean busy = route.candidates().stream().anyMatch(asked -> asked.verdict() == Route.Verdict.BUSY);
        String why = Scheduler.waitingFor(route);
        return busy ? new EpicStep.Wait(why, null) : new EpicStep.Ask(why);
    }

    private static NewRun run(EpicFacts facts, RunKind kind, AgentName agent, @Nullable String model) {
        int before =
                (int) facts.runs().stream().filter(run -> run.kind() == kind).count();
        return new NewRun(kind, null, facts.epic().id(), agent, model, null, null, null, before + 1, null);
    }
}
