package dev.fuel.consume;

import dev.fuel.domain.review.Check;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.run.Run;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What comes next for a task in review: a pure function of what the database says. Checks first, since they cost
/// least; then the reviewer, then a person if one is asked, then the landing.
final class GatePolicy {
    private static final List<Function<GateFacts, Optional<GateStep>>> AFTER_THE_CHECKS =
            List.of(TestPolicy::next, ReviewPolicy::next, SignOffPolicy::next, MergePolicy::next);

    private GatePolicy() {}

    static GateStep next(GateFacts facts) {
        Run running = facts.running();
        if (running != null) {
            return new GateStep.Wait(
                    "%s run %s is at work".formatted(running.kind().word(), running.id()), null);
        }
        Review review = facts.current();
        if (review == null || review.checks().isEmpty()) {
            return new GateStep.Examine();
        }
        if (review.checks().stream().anyMatch(GatePolicy::isToBeMended)) {
            return new GateStep.SendBack(issues(review));
        }
        for (var stage : AFTER_THE_CHECKS) {
            Optional<GateStep> step = stage.apply(facts);
            if (step.isPresent()) {
                return step.get();
            }
        }
        return new GateStep.Land();
    }

    /// What does not fit onto its target is no fault of the work.
    private static boolean isToBeMended(Check check) {
        return check.isFailed() && !check.name().equals(Check.MERGE);
    }

    private static String issues(Review review) {
        return review.checks().stream()
                .filter(GatePolicy::isToBeMended)
                .map(check -> "- %s: %s\n".formatted(check.name(), check.detail()))
                .collect(Collectors.joining());
    }
}
