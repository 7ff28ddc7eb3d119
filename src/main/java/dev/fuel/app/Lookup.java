package dev.fuel.app;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.review.Review;
import dev.fuel.store.IdKind;
import dev.fuel.store.Store;

/// Finds whatever the beginning of an id means.
public final class Lookup {
    private final Store store;

    public Lookup(Store store) {
        this.store = store;
    }

    /// @throws dev.fuel.domain.Refusal if nothing or more than one thing begins like this
    public Identifier resolve(String reference) {
        return store.read(session -> session.ids().resolve(reference, IdKind.values()));
    }

    /// @throws dev.fuel.domain.Refusal if there is no such review
    public Review review(String reference) {
        return store.read(session -> session.reviews().get(session.ids().review(reference)));
    }

    /// @throws dev.fuel.domain.Refusal if there is no such item
    public InboxItem inboxItem(String reference) {
        return store.read(session -> session.inbox().get(session.ids().inboxItem(reference)));
    }
}
