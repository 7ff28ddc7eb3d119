package dev.fuel.app;

import dev.fuel.config.Budget;
import dev.fuel.consume.AgentHealthTracker;
import dev.fuel.consume.BudgetRecords;
import dev.fuel.consume.TriageRecords;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.budget.BudgetKey;
import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskLifecycle.Move;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.domain.triage.StuckTask;
import dev.fuel.domain.triage.TriageProposal;
import dev.fuel.store.Session;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Carries out one decision about one item, within a transaction.
final class Decision {
    private final Session session;
    private final Budget budget;
    private final InboxItem item;

    /// @param budget as configured
    Decision(Session session, Budget budget, InboxItem item) {
        this.session = session;
        this.budget = budget;
        this.item = item;
    }

    static String words(InboxAction action) {
        return action.word().replace('_', ' ');
    }

    /// @return what has happened, in one line
    String carryOut(InboxAction action, @Nullable String text) {
        return switch (action) {
            case APPROVE -> approve(task());
            case ACCEPT -> accept(task());
            case REQUEST_CHANGES -> sendBack(task(), Objects.requireNonNull(text));
            case ANSWER -> answer(task(), Objects.requireNonNull(text));
            case RETRY -> {
                TaskMoves.retry(session, task(), text == null ? null : new AgentName(text));
                yield "%s may go on%s".formatted(item.task(), text == null ? "" : " with " + text);
            }
            case TAKE_OVER -> takeOver(task());
            case DONE -> {
                TaskMoves.finish(session, task().id(), null, null, false);
                yield "%s is closed".formatted(item.task());
            }
            case RELEASE -> {
                session.tasks()
                        .change(task().id())
                        .removeLabel(Task.NEEDS_HUMAN)
                        .done();
                end(action);
                yield "%s may go to an agent".formatted(item.task());
            }
            case CANCEL -> {
                TaskMoves.cancel(session, task().id(), text);
                yield "%s is cancelled".formatted(item.task());
            }
            case RESET -> reset();
            case RAISE -> raise(text);
            case DISMISS -> {
                end(action);
                yield "%s is put away".formatted(item.id());
            }
        };
    }

    private Task task() {
        return session.tasks().get(Objects.requireNonNull(item.task(), () -> item.id() + " is about no task"));
    }

    private String accept(Task task) {
        TriageProposal proposal = session.triages()
                .find(task.id())
                .map(StuckTask::proposal)
                .orElseThrow(() -> new Refusal("nothing_proposed", "nothing is proposed for %s".formatted(task.id())));
        return TriageRecords.accept(session, task, proposal);
    }

    private String approve(Task task) {
        session.tasks()
                .change(task.id())
                .approve(task.acceptable())
                .release(Hold.STUCK)
                .release(Hold.MERGE)
                .done();
        OpenItems.action(session, task.id(), "approved");
        return "%s is approved as it is".formatted(task.id());
    }

    /// What a person says of work at the gate is its verdict.
    private String sendBack(Task task, String reason) {
        if (task.status() == TaskStatus.REVIEW) {
            @Nullable
            RunId work =
                    session.runs().lastOf(task.id(), RunKind.WORK).map(Run::id).orElse(null);
            session.reviews().fail(task, work, List.of(), "a person asks for changes: " + reason);
        }
        session.tasks()
                .change(task.id())
                .lastReviewIssues("A person asks for this:\n" + reason)
                .release(Hold.STUCK)
                .release(Hold.MERGE)
                .freshBudget()
                .done();
        if (Move.SEND_BACK.isLegalFrom(task.status())) {
            session.tasks().move(task.id(), Move.SEND_BACK, reason);
        }
        OpenItems.action(session, task.id(), "changes requested");
        return "%s goes back to work".formatted(task.id());
    }

    /// The agent goes on in its session where it can, with the answer in its prompt. Other questions still hold the
    /// task.
    private String answer(Task task, String text) {
        String said = item.type() == InboxType.QUESTION
                ? "You asked: %s\nThe answer: %s".formatted(item.title(), text)
                : text;
        var changes = session.tasks().change(task.id());
        changes.note(task.note() == null ? said : task.note() + "\n\n" + said);
        session.inbox().action(item.id(), "answered: " + text);
        if (item.type() != InboxType.QUESTION) {
            changes.release(Hold.STUCK).freshBudget();
        } else if (!asksMore(task.id())) {
            changes.release(Hold.QUESTION);
        }
        changes.done();
        return "%s gets the answer%s"
                .formatted(task.id(), asksMore(task.id()) ? ", but waits for another one" : " with its next prompt");
    }

    private boolean asksMore(TaskId task) {
        return OpenItems.of(session, task).stream().anyMatch(other -> other.type() == InboxType.QUESTION);
    }

    private String takeOver(Task task) {
        if (task.status() == TaskStatus.REVIEW) {
            session.tasks().move(task.id(), Move.SEND_BACK, "taken over by a person");
        }
        TaskMoves.takeOver(session, session.tasks().get(task.id()));
        return "%s is yours; close it with `fuel done %s`".formatted(task.id(), task.id());
    }

    /// The cause names the agent.
    private String reset() {
        AgentName agent = new AgentName(item.cause().substring(item.cause().indexOf(':') + 1));
        AgentHealthTracker.reset(session, agent);
        end(InboxAction.RESET);
        return "%s may work again".formatted(agent);
    }

    private String raise(@Nullable String text) {
        BudgetMark mark =
                session.budgets().find(BudgetKey.ofCause(item.cause())).orElse(null);
        boolean isOver =
                mark == null || (mark.endsAt() != null && !session.now().isBefore(mark.endsAt()));
        if (isOver || mark == null) {
            end(InboxAction.RAISE);
            return "nothing waits for this budget any more: nothing is raised";
        }
        double usd = NewLimit.of(mark, budget, text);
        BudgetRecords.raise(session, mark.key(), usd);
        return "%s is %s now; what it stopped goes on".formatted(mark.scope().words(), BudgetMark.money(usd));
    }

    private void end(InboxAction action) {
        session.inbox().action(item.id(), words(action));
    }
}
