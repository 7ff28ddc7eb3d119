package dev.fuel.consume;

import dev.fuel.config.AgentConfig;
import dev.fuel.domain.Request;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.StopReason;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What comes next for a person who has asked for an epic's plan, even while dispatch is paused. Somebody waits at a
/// terminal: what cannot be done soon is refused with the reason.
final class PlanPolicy {
    /// The answer and the one to the repair question.
    private static final int MOST_ANSWERS = 2;

    private static final int MOST_FAILURES = 2;
    private static final int MOST_RUNS = 6;

    private PlanPolicy() {}

    static EpicStep next(EpicFacts facts, Request request) {
        List<Run> runs = facts.runs().stream()
                .filter(run -> run.kind() == RunKind.PLAN && !run.startedAt().isBefore(request.at()))
                .toList();
        @Nullable Run last = runs.isEmpty() ? null : runs.getLast();
        if (last != null && last.status() == RunStatus.RUNNING) {
            return new EpicStep.Wait("plan run %s is at work".formatted(last.id()), null);
        }
        if (last != null && (last.stopping() == StopReason.PERSON || last.stopping() == StopReason.BUDGET)) {
            return refused("%s was stopped%s"
                    .formatted(last.id(), last.errorMessage() == null ? "" : ": " + last.errorMessage()));
        }
        long answers =
                runs.stream().filter(run -> run.status() == RunStatus.COMPLETED).count();
        if (last != null && answers >= MOST_ANSWERS) {
            return refused(
                    "%s and the repair question led to no plan that can be read (`fuel run:show %s` has the words)"
                            .formatted(last.agent(), last.id()));
        }
        long failures = runs.stream().filter(Run::charged).count();
        if (last != null && (failures >= MOST_FAILURES || runs.size() >= MOST_RUNS)) {
            return refused("%s has failed: %s".formatted(last.id(), last.errorMessage()));
        }
        EpicStep again = start(facts, runs);
        // What failed says more than that its agent now rests.
        return failures > 0 && last != null && again instanceof EpicStep.RefusePlan(String why)
                ? refused("%s has failed: %s; %s".formatted(last.id(), last.errorMessage(), why))
                : again;
    }

    private static EpicStep start(EpicFacts facts, List<Run> before) {
        Snapshot snapshot = facts.snapshot();
        AgentName primary = facts.config().primary();
        if (primary == null) {
            return refused("no primary agent is configured: set primary: in .fuel/config.yaml");
        }
        var spent = snapshot.spentFor(facts.epic().id());
        if (spent.isPresent()) {
            return refused(spent.get().sentence());
        }
        if (snapshot.active().size() >= facts.config().maxConcurrent()) {
            return new EpicStep.Wait(
                    "all %d slots are taken".formatted(facts.config().maxConcurrent()), null);
        }
        Route route = new Router(facts.config(), ZoneOffset.UTC)
                .routeFrom("plan", primary, snapshot, Scheduler.running(snapshot));
        if (route.unknownAgent().isPresent()) {
            return new EpicStep.Look(route.unknownAgent().get());
        }
        AgentName agent = route.chosen();
        if (agent == null) {
            boolean busy = route.candidates().stream().anyMatch(asked -> asked.verdict() == Route.Verdict.BUSY);
            String why = Scheduler.waitingFor(route);
            return busy ? new EpicStep.Wait(why, null) : refused(why);
        }
        AgentConfig settings = facts.config().agents().get(agent);
        return new EpicStep.Execute(new NewRun(
                RunKind.PLAN,
                null,
                facts.epic().id(),
                agent,
                settings == null ? null : settings.model(),
                null,
                null,
                null,
                before.size() + 1,
                goesOnFor(before, agent)));
    }

    /// Who has given an answer that could not be read is asked in its session.
    private static @Nullable RunId goesOnFor(List<Run> before, AgentName agent) {
        return before.reversed().stream()
                .filter(run -> run.status() == RunStatus.COMPLETED && agent.equals(run.agent()))
                .findFirst()
                .map(Run::id)
                .orElse(null);
    }

    private static EpicStep refused(String why) {
        return new EpicStep.RefusePlan(why);
    }
}
