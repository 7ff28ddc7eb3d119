package dev.fuel.app;

import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.inbox.NewInboxItem;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.NewTask;
import dev.fuel.store.Store;
import java.util.List;

/// What waits for a person.
public final class InboxActions {
    private final Store store;
    private final Caller caller;

    public InboxActions(Store store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    /// Oldest first.
    public List<InboxItem> waiting() {
        return store.read(session -> session.inbox().open());
    }

    /// @throws dev.fuel.domain.Refusal if there is no such item
    public InboxItem item(String reference) {
        return store.read(session -> session.inbox().get(session.ids().inboxItem(reference)));
    }

    /// Leaves a message for whoever looks into the inbox. The same message twice is one item while it waits.
    public InboxItem post(String title, String body) {
        String line = NewTask.requireTitle(title);
        String text = NewTask.requireDescription(body);
        Run run = caller.run();
        return store.write(
                caller.actor(),
                session -> session.inbox()
                        .post(new NewInboxItem(
                                InboxType.MESSAGE,
                                "message:%s:%s".formatted(caller.actor(), line),
                                line,
                                text,
                                run == null ? null : run.epic(),
                                run == null ? null : run.task(),
                                run == null ? null : run.id())));
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
