package dev.fuel.domain.inbox;

import static dev.fuel.domain.inbox.InboxAction.ANSWER;
import static dev.fuel.domain.inbox.InboxAction.APPROVE;
import static dev.fuel.domain.inbox.InboxAction.CANCEL;
import static dev.fuel.domain.inbox.InboxAction.DISMISS;
import static dev.fuel.domain.inbox.InboxAction.DONE;
import static dev.fuel.domain.inbox.InboxAction.RAISE;
import static dev.fuel.domain.inbox.InboxAction.RELEASE;
import static dev.fuel.domain.inbox.InboxAction.REQUEST_CHANGES;
import static dev.fuel.domain.inbox.InboxAction.RESET;
import static dev.fuel.domain.inbox.InboxAction.RETRY;
import static dev.fuel.domain.inbox.InboxAction.TAKE_OVER;

import dev.fuel.domain.Word;
import java.util.List;

/// What kind of thing waits for a person, and what can be done about it.
public enum InboxType implements Word {
    /// All tasks of an epic are done.
    EPIC_REVIEW(APPROVE, REQUEST_CHANGES),
    /// A task without an epic has passed its checks and waits for a look before it lands.
    TASK_REVIEW(APPROVE, REQUEST_CHANGES, CANCEL),
    /// Every agent has used up its attempts, or the reviews do not come to an end.
    STUCK(RETRY, ANSWER, TAKE_OVER, CANCEL),
    /// A task that is labelled for people.
    NEEDS_HUMAN(DONE, RELEASE, TAKE_OVER, CANCEL),
    /// An agent asks.
    QUESTION(ANSWER, TAKE_OVER, CANCEL),
    /// Somebody tells.
    MESSAGE(DISMISS),
    /// A tool was refused.
    PERMISSION(RETRY, ANSWER, TAKE_OVER, CANCEL),
    /// An agent is not logged in, its account is empty, or its program cannot be used.
    AUTH(RESET, DISMISS),
    MERGE_CONFLICT(RETRY, REQUEST_CHANGES, TAKE_OVER, CANCEL),
    /// Something stands in the way of a merge, or a person must look before it happens.
    MERGE_BLOCKED(RETRY, APPROVE, REQUEST_CHANGES, TAKE_OVER, CANCEL),
    /// A limit that Fuel itself keeps to is reached.
    BUDGET(RAISE, DISMISS),
    /// No reviewer came to a verdict.
    INCONCLUSIVE_REVIEW(RETRY, APPROVE, REQUEST_CHANGES, TAKE_OVER, CANCEL);

    private final List<InboxAction> actions;

    InboxType(InboxAction... actions) {
        this.actions = List.of(actions);
    }

    /// Whether it asks for a verdict on work.
    public boolean isAboutWork() {
        return actions.contains(REQUEST_CHANGES);
    }

    /// What can be done about it; the first is the positive one.
    public List<InboxAction> actions() {
        return actions;
    }
}
