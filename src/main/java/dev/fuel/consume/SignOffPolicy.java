package dev.fuel.consume;

import dev.fuel.config.ReviewSettings;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.review.Review;
import java.util.Optional;

/// Whether a person must sign a task off before it lands: with `review.human: all`, every one that belongs to no epic.
final class SignOffPolicy {
    private SignOffPolicy() {}

    /// @return empty if nobody need be asked, or somebody has accepted this very work
    static Optional<GateStep> next(GateFacts facts) {
        ReviewSettings settings = facts.config().review();
        if (settings == null
                || settings.human() != ReviewSettings.Human.ALL
                || facts.task().epic() != null
                || facts.task().isApproved()) {
            return Optional.empty();
        }
        InboxItem asked = facts.signOff();
        return asked != null && asked.actionedAt() == null
                ? Optional.of(new GateStep.WaitForPerson("waits for your approval (%s)".formatted(asked.id())))
                : Optional.of(new GateStep.AskForSignOff());
    }

    /// The cause of the item that asks.
    static String cause(Review review) {
        return "task_review:" + review.id();
    }
}
