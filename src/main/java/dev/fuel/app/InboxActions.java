package dev.fuel.app;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.inbox.NewInboxItem;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What waits for a person.
public final class InboxActions {
    private final Store store;
    private final Caller caller;

    public InboxActions(Store store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    /// Oldest first, without what was put off.
    public List<InboxItem> waiting() {
        return store.read(session -> session.inbox().open().stream()
                .filter(item -> !item.isSnoozed(session.now()))
                .toList());
    }

    /// What was put off and comes back by itself, in the order in which it does.
    public List<InboxItem> snoozed() {
        return store.read(session -> session.inbox().open().stream()
                .filter(item -> item.isSnoozed(session.now()))
                .sorted(Comparator.comparing(item -> Objects.requireNonNull(item.snoozedUntil())))
                .toList());
    }

    /// Puts an item off until then; it comes back by itself. It is neither over nor counted meanwhile, and what it
    /// holds stays held.
    ///
    /// @param until null takes it up again at once
    /// @throws Refusal if it is over, or the time is not to come
    public InboxItem snooze(String reference, @Nullable Instant until) {
        caller.requirePerson("put inbox items off");
        return store.write(caller.actor(), session -> {
            InboxId id = session.ids().inboxItem(reference);
            if (until != null && !until.isAfter(session.now())) {
                throw new Refusal("not_to_come", "cannot put %s off until %s: that is over".formatted(id, until));
            }
            if (!session.inbox().snooze(id, until)) {
                throw new Refusal(
                        "already_done",
                        "%s is over: %s".formatted(id, session.inbox().get(id).action()));
            }
            return session.inbox().get(id);
        });
    }

    /// @throws dev.fuel.domain.Refusal if there is no such item
    public InboxItem item(String reference) {
        return store.read(session -> session.inbox().get(session.ids().inboxItem(reference)));
    }

    /// Leaves a message for whoever looks into the inbox. The same message twice is one item while it waits.
    public InboxItem post(String title, String body) {
        return store.write(caller.actor(), session -> post(session, InboxType.MESSAGE, title, body));
    }

    /// Asks people something for the task of the run that is calling: the task is held until it is answered, and
    /// the answer goes into the agent's next prompt.
    ///
    /// @throws Refusal if nobody works on a task here
    public InboxItem ask(String title, String body) {
        Run run = caller.run();
        TaskId task = run == null ? null : run.task();
        if (task == null) {
            throw new Refusal("no_task", "only an agent at work on a task can ask: post a message without --question");
        }
        return store.write(caller.actor(), session -> {
            InboxItem item = post(session, InboxType.QUESTION, title, body);
            session.tasks()
                    .change(task)
                    .hold(Hold.QUESTION, "asks: " + item.title())
                    .done();
            return item;
        });
    }

    private InboxItem post(Session session, InboxType type, String title, String body) {
        String line = NewTask.requireTitle(title);
        Run run = caller.run();
        return session.inbox()
                .post(new NewInboxItem(
                        type,
                        "%s:%s:%s".formatted(type.word(), caller.actor(), line),
                        line,
                        NewTask.requireDescription(body),
                        run == null ? null : run.epic(),
                        run == null ? null : run.task(),
                        run == null ? null : run.id()));
    }

    /// Notes that a person has seen the items; they go on waiting.
    public List<InboxItem> markRead(List<String> references) {
        caller.requirePerson("mark inbox items read");
        return store.write(
                caller.actor(),
                session -> references.stream()
                        .map(session.ids()::inboxItem)
                        .distinct()
                        .map(id -> {
                            session.inbox().markRead(id);
                            return session.inbox().get(id);
                        })
                        .toList());
    }
}
