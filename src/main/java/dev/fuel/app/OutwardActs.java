package dev.fuel.app;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.Request;
import dev.fuel.domain.Word;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.request.RequestKind;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Acts that nothing takes back once they are done: work lands or goes back, an agent is told something or starts
/// again. A person on the screen gets {@link #GRACE} to think again: the act is a stored request until then, so that a
/// crash in between still carries it out.
public final class OutwardActs {
    /// How long an act can be taken back.
    public static final Duration GRACE = Duration.ofSeconds(5);

    private final Project project;
    private final Store store;
    private final Caller caller;

    public OutwardActs(Project project, Caller caller) {
        this.project = project;
        this.store = project.store();
        this.caller = caller;
    }

    /// Whether what the action does reaches agents or branches, and cannot be taken back.
    public static boolean isOutward(InboxAction action) {
        return switch (action) {
            case APPROVE, ACCEPT, REQUEST_CHANGES, ANSWER, RETRY -> true;
            case TAKE_OVER, DONE, RELEASE, RESET, RAISE, CANCEL, DISMISS -> false;
        };
    }

    /// Decides about an item, after the grace.
    ///
    /// @throws Refusal at once if it would be refused as things are
    public Request decide(InboxId item, InboxAction action, @Nullable String text) {
        new InboxDecisions(project, caller).requirePossible(item, action, text);
        return post(RequestKind.DECIDE, item.value(), StoredDecision.text(action, text));
    }

    /// Lets a task try again, after the grace.
    ///
    /// @throws Refusal at once if it would be refused as things are
    public Request retry(TaskId task, @Nullable AgentName agent) {
        caller.requirePerson("retry tasks");
        store.read(session -> {
            TaskMoves.requireRetryable(session, session.tasks().get(task));
            return true;
        });
        return post(RequestKind.RETRY, task.value(), agent == null ? null : agent.value());
    }

    /// Tells the task's agent something, after the grace.
    ///
    /// @throws Refusal at once if nobody would read it
    public Request message(TaskId task, String text) {
        caller.requirePerson("tell agents what to do");
        store.read(session -> TaskMessages.requireReader(session, task, text));
        return post(RequestKind.MESSAGE, task.value(), text.strip());
    }

    private Request post(RequestKind kind, String target, @Nullable String text) {
        return store.writeDurably(
                caller.actor(),
                session -> session.requests()
                        .post(kind.word(), target, text, session.now().plus(GRACE)));
    }

    /// @throws Refusal if it is carried out already
    public void takeBack(long request) {
        caller.requirePerson("take acts back");
        boolean taken =
                store.writeDurably(caller.actor(), session -> session.requests().takeBack(request));
        if (!taken) {
            throw new Refusal("too_late", "too late: it is carried out, or taken back already");
        }
    }

    /// Carries these out at once, as far as they are still to come, in this process.
    public void flush(Collection<Long> requests) {
        store.writeDurably(caller.actor(), session -> {
            requests.forEach(session.requests()::hasten);
            return true;
        });
        requests.forEach(id -> open(id).ifPresent(request -> carryOut(project, request)));
    }

    private Optional<Request> open(long id) {
        return store.read(session -> session.requests().find(id)).filter(request -> request.doneAt() == null);
    }

    /// Carries out an act that is due, in the name of who asked for it. May be done by several processes at once, and
    /// again after a crash: it happens once.
    ///
    /// @return what became of it, in words
    public static String carryOut(Project project, Request request) {
        Caller asked = new Caller.Person(request.by());
        try {
            return switch (Word.of(RequestKind.class, request.kind())) {
                case DECIDE -> new InboxDecisions(project, asked).carryOut(request);
                case RETRY -> once(project, request, session -> retry(session, request));
                case MESSAGE ->
                    once(
                            project,
                            request,
                            session -> TaskMessages.tell(session, new TaskId(request.target()), text(request)));
                case STOP_RUN, STOP_ALL, START_NOW, MERGE_EPIC, PLAN_EPIC ->
                    throw new IllegalArgumentException("only a consumer does this: " + request.kind());
            };
        } catch (Refusal refusal) {
            String words = "refused: " + refusal.getMessage();
            project.store()
                    .writeDurably(request.by(), session -> session.requests().done(request.id(), words));
            return words;
        }
    }

    private static String retry(Session session, Request request) {
        @Nullable AgentName agent = request.text() == null ? null : new AgentName(request.text());
        Task task = session.tasks().get(new TaskId(request.target()));
        TaskMoves.retry(session, task, agent);
        return "%s will be tried again%s".formatted(task.id(), agent == null ? "" : " with " + agent);
    }

    /// What happens to an open request, within the transaction that answers it.
    @FunctionalInterface
    interface Act {
        /// @return what has happened, in one line
        String in(Session session);
    }

    /// In one transaction with the answer: nothing happens twice.
    static String once(Project project, Request request, Act act) {
        return project.store().writeDurably(request.by(), session -> {
            @Nullable Request now = session.requests().find(request.id()).orElse(null);
            if (now == null || now.doneAt() != null) {
                return now == null ? "taken back" : Objects.requireNonNullElse(now.result(), "");
            }
            String outcome = act.in(session);
            session.requests().done(request.id(), outcome);
            return outcome;
        });
    }

    private static String text(Request request) {
        return Objects.requireNonNull(request.text(), () -> "request %d says nothing".formatted(request.id()));
    }
}
