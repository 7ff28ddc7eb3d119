package dev.fuel.consume;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.run.NewRun;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.run.RunStatus;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is done about work that does not fit onto its target: one agent's attempt, then a person.
final class MergePolicy {
    private MergePolicy() {}

    /// @return empty if it may land
    static Optional<GateStep> next(GateFacts facts) {
        Review review = Objects.requireNonNull(facts.current());
        return review.check(Check.MERGE).map(conflict -> resolve(facts, review, conflict));
    }

    private static GateStep resolve(GateFacts facts, Review review, Check conflict) {
        @Nullable AgentName author = author(facts);
        boolean tried = facts.runs(RunKind.MERGE).stream().anyMatch(run -> isAnAttempt(facts, run));
        if (author == null || tried) {
            return new GateStep.HandOverMerge(conflict.detail());
        }
        return SlotPolicy.start(
                facts,
                "merge",
                author,
                (agent, model) -> new NewRun(
                        RunKind.MERGE,
                        facts.task().id(),
                        facts.task().epic(),
                        agent,
                        model,
                        null,
                        null,
                        null,
                        facts.runs(RunKind.MERGE).size() + 1,
                        null,
                        review.id(),
                        review.head()));
    }

    /// Who knows the work, as far as the configuration still knows them.
    private static @Nullable AgentName author(GateFacts facts) {
        Run work = facts.work();
        if (work != null && work.agent() != null && facts.config().agents().containsKey(work.agent())) {
            return work.agent();
        }
        return facts.config().agentFor(facts.task().complexity()).orElse(null);
    }

    /// Runs that were limited, lost or stopped have tried nothing; what was tried before a person granted another
    /// attempt does not count.
    private static boolean isAnAttempt(GateFacts facts, Run run) {
        Instant since = facts.task().attemptsSince();
        return (run.charged() || run.status() == RunStatus.COMPLETED)
                && (since == null || !run.startedAt().isBefore(since));
    }
}
