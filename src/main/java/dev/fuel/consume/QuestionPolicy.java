package dev.fuel.consume;

import dev.fuel.consume.Route.Verdict;
import dev.fuel.domain.agent.RoutingProposal;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When the primary is asked who should do which task: a pure function of what the database says.
///
/// One question at a time, about as many tasks as wait for one, and each task once for each claim: with an answer that
/// is late, useless or missing the map decides. An answer that cannot be read is asked for once more, if there is time.
final class QuestionPolicy {
    /// How long a task waits for the answer, from when it could have started.
    static final Duration LIMIT = Duration.ofSeconds(60);

    /// Tasks in one question; more if so many could start at once.
    static final int MOST_TASKS = 10;

    private QuestionPolicy() {}

    static QuestionStep next(QuestionFacts facts) {
        List<TaskId> startable =
                facts.due().stream().limit(Math.max(0, facts.startable())).toList();
        if (facts.isAsking()) {
            return startable.isEmpty() ? new QuestionStep.Rest() : new QuestionStep.Await(startable);
        }
        Optional<QuestionStep> spent = withoutBudget(facts);
        if (spent.isPresent()) {
            return spent.get();
        }
        Instant now = facts.snapshot().now();
        for (RoutingProposal proposal : facts.open()) {
            Run run = proposal.run() == null ? null : facts.runs().get(proposal.run());
            if (run != null) {
                return afterwards(facts, run, now);
            }
        }
        List<TaskId> late = facts.open().stream()
                .filter(proposal -> !proposal.isAwaited(now))
                .map(RoutingProposal::task)
                .toList();
        if (!late.isEmpty()) {
            return new QuestionStep.GiveUp(late, "its turn to be asked about has not come in time");
        }
        return ask(facts, startable);
    }

    /// What there is no money to work on is not asked about, neither at all nor once more.
    private static Optional<QuestionStep> withoutBudget(QuestionFacts facts) {
        return facts.open().stream()
                .map(proposal -> facts.spent().get(proposal.task()))
                .filter(Objects::nonNull)
                .findFirst()
                .map(mark -> new QuestionStep.GiveUp(
                        facts.open().stream()
                                .map(RoutingProposal::task)
                                .filter(task -> mark.equals(facts.spent().get(task)))
                                .toList(),
                        mark.fact()));
    }

    /// A question is over and has left tasks without an answer.
    private static QuestionStep afterwards(QuestionFacts facts, Run run, Instant now) {
        List<RoutingProposal> left = facts.open().stream()
                .filter(proposal -> run.id().equals(proposal.run()))
                .toList();
        boolean mayRepair = isUnclear(run)
                && objection(facts) == null
                && left.stream().anyMatch(proposal -> proposal.isAwaited(now));
        return mayRepair
                ? new QuestionStep.Ask(
                        left.stream()
                                .filter(proposal -> proposal.isAwaited(now))
                                .map(RoutingProposal::task)
                                .toList(),
                        run.id())
                : new QuestionStep.GiveUp(
                        left.stream().map(RoutingProposal::task).toList(), Answered.unreadable(run));
    }

    /// Whether it ended well with an answer that could not be read, and may be asked once more.
    static boolean isUnclear(Run run) {
        return run.errorType() == FailureType.NO_WORK && run.resumedFrom() == null && run.stopping() == null;
    }

    private static QuestionStep ask(QuestionFacts facts, List<TaskId> startable) {
        List<TaskId> tasks =
                new ArrayList<>(facts.open().stream().map(RoutingProposal::task).toList());
        int room = Math.max(startable.size(), MOST_TASKS - tasks.size());
        facts.due().stream().limit(room).forEach(tasks::add);
        if (tasks.isEmpty() || (facts.snapshot().paused() && facts.due().isEmpty())) {
            return new QuestionStep.Rest();
        }
        String objection = objection(facts);
        if (objection != null) {
            return facts.open().isEmpty()
                    ? new QuestionStep.Rest()
                    : new QuestionStep.GiveUp(
                            facts.open().stream().map(RoutingProposal::task).toList(), objection);
        }
        return new QuestionStep.Ask(tasks, null);
    }

    /// Why the primary cannot be asked now; null if it can.
    private static @Nullable String objection(QuestionFacts facts) {
        Verdict verdict = facts.primary().verdict();
        if (verdict != Verdict.FREE && verdict != Verdict.BUSY) {
            return "%s cannot be asked: %s"
                    .formatted(facts.primary().agent(), facts.primary().reason());
        }
        Instant quietUntil = facts.memory().quietUntil();
        return quietUntil != null && quietUntil.isAfter(facts.snapshot().now())
                ? PrimaryChoice.quiet(facts.primary().agent())
                : null;
    }
}
