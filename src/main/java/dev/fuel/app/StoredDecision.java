package dev.fuel.app;

import dev.fuel.domain.Word;
import dev.fuel.domain.inbox.InboxAction;
import org.jspecify.annotations.Nullable;

/// A decision about an inbox item as the text of a request: the action's word, and from the second line on what goes
/// with it.
///
/// @param text null if nothing goes with it
public record StoredDecision(InboxAction action, @Nullable String text) {
    static String text(InboxAction action, @Nullable String text) {
        return text == null ? action.word() : action.word() + "\n" + text;
    }

    /// @throws IllegalArgumentException if it is none
    public static StoredDecision parse(@Nullable String stored) {
        String all = stored == null ? "" : stored;
        int end = all.indexOf('\n');
        String word = end < 0 ? all : all.substring(0, end);
        return new StoredDecision(Word.of(InboxAction.class, word), end < 0 ? null : all.substring(end + 1));
    }
}
