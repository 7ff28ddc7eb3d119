package dev.fuel.app;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.Request;
import dev.fuel.domain.Word;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.IdKind;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a person decides about what waits for them. Each decision does at once what it says, or is refused with the
/// reason; the item is over in the same transaction.
public final class InboxDecisions {
    private final Project project;
    private final Store store;
    private final Caller caller;

    public InboxDecisions(Project project, Caller caller) {
        this.project = project;
        this.store = project.store();
        this.caller = caller;
    }

    /// @param about   the epic, task or item that was decided about
    /// @param outcome what has happened, in one line
    public record Decided(Identifier about, String outcome) {}

    /// Does something about an item.
    ///
    /// @param text what the action needs: a reason, an answer, an agent's name
    /// @throws Refusal if the item is over or of a kind that does not have the action, or the action is refused
    public Decided act(String reference, InboxAction action, @Nullable String text) {
        caller.requirePerson("decide about inbox items");
        return settle(store.read(session -> session.inbox().get(session.ids().inboxItem(reference))), action, text);
    }

    /// Accepts an epic, a task's work, or what an item stands for.
    public Decided approve(String reference) {
        return decide(reference, InboxAction.APPROVE, null);
    }

    /// Sends an epic, a task's work, or what an item stands for back.
    public Decided reject(String reference, String reason) {
        return decide(reference, InboxAction.REQUEST_CHANGES, reason);
    }

    private Decided decide(String reference, InboxAction action, @Nullable String text) {
        caller.requirePerson("approve work or send it back");
        Identifier id =
                store.read(session -> session.ids().resolve(reference, IdKind.EPIC, IdKind.TASK, IdKind.INBOX_ITEM));
        return switch (id) {
            case EpicId epic -> decide(epic, action, action.require(text));
            case TaskId task -> settle(itemOf(task, action), action, text);
            case InboxId item -> settle(store.read(session -> session.inbox().get(item)), action, text);
            default -> throw new IllegalStateException("not of an asked kind: " + id);
        };
    }

    private Decided settle(InboxItem item, InboxAction action, @Nullable String given) {
        @Nullable String text = requireSense(item, action, given);
        if (item.epic() != null && item.isOfEpic()) {
            return decide(item.epic(), action, text);
        }
        return new Decided(
                item.id(), store.writeDurably(caller.actor(), session -> settleNow(session, item.id(), action, text)));
    }

    /// It may have been decided in the meantime.
    private String settleNow(Session session, InboxId item, InboxAction action, @Nullable String text) {
        InboxItem now = session.inbox().get(item);
        requireFitting(now, action);
        return new Decision(session, project.config().budget(), now).carryOut(action, text);
    }

    /// @return the text as the action takes it
    private @Nullable String requireSense(InboxItem item, InboxAction action, @Nullable String given) {
        requireFitting(item, action);
        @Nullable String text = action.require(given);
        if (action == InboxAction.RETRY && text != null) {
            requireAgent(text);
        }
        return text;
    }

    /// Whether the decision can be made as things are.
    ///
    /// @throws Refusal if it cannot
    void requirePossible(InboxId id, InboxAction action, @Nullable String given) {
        caller.requirePerson("decide about inbox items");
        store.read(session -> {
            InboxItem item = session.inbox().get(id);
            @Nullable String _ = requireSense(item, action, given);
            if (item.epic() != null && item.isOfEpic() && action == InboxAction.APPROVE) {
                session.signOff().requireNoOpenTask(item.epic());
            }
            return true;
        });
    }

    /// Carries out what was decided a while ago. What lands an epic can be repeated after a crash; everything else is
    /// done in the transaction that answers the request.
    ///
    /// @return what has happened, in one line
    String carryOut(Request request) {
        StoredDecision decision = StoredDecision.parse(request.text());
        InboxItem item = store.read(session -> session.inbox().get(new InboxId(request.target())));
        if (item.epic() == null || !item.isOfEpic() || item.actionedAt() != null) {
            return OutwardActs.once(
                    project, request, session -> settleNow(session, item.id(), decision.action(), decision.text()));
        }
        String outcome = decide(item.epic(), decision.action(), decision.text()).outcome();
        store.changeDurably(caller.actor(), session -> {
            boolean _ = session.requests().done(request.id(), outcome);
        });
        return outcome;
    }

    private Decided decide(EpicId epic, InboxAction action, @Nullable String text) {
        if (action == InboxAction.REQUEST_CHANGES && text != null) {
            return new Decided(
                    epic, store.writeDurably(caller.actor(), session -> EpicChanges.request(session, epic, text)));
        }
        String branch = new EpicApproval(project, caller).approve(epic.value()).baseBranch();
        return new Decided(
                epic, "%s is approved%s".formatted(epic, branch == null ? "" : ", its work is on " + branch));
    }

    /// The item about the task that the action is for.
    private InboxItem itemOf(TaskId task, InboxAction action) {
        return store.read(session -> OpenItems.of(session, task)).stream()
                .filter(item -> item.actions().contains(action))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "nothing_waits",
                        "nothing of %s waits for %s: `fuel show %s` tells where it stands"
                                .formatted(task, Decision.words(action), task)));
    }

    private void requireAgent(String name) {
        if (project.config().agents().keySet().stream()
                .noneMatch(agent -> agent.value().equals(name))) {
            throw new Refusal(
                    "unknown_agent",
                    "no agent is named %s (there are: %s)"
                            .formatted(
                                    name,
                                    project.config().agents().keySet().stream()
                                            .map(AgentName::value)
                                            .collect(Collectors.joining(", "))));
        }
    }

    private static void requireFitting(InboxItem item, InboxAction action) {
        if (item.actionedAt() != null) {
            throw new Refusal("already_done", "%s is over: %s".formatted(item.id(), item.action()));
        }
        if (!item.actions().contains(action)) {
            throw new Refusal(
                    "wrong_action",
                    "%s is of kind %s, which has no %s: it has %s"
                            .formatted(
                                    item.id(),
                                    item.type().word(),
                                    action.word(),
                                    item.actions().stream().map(Word::word).collect(Collectors.joining(", "))));
        }
    }
}
