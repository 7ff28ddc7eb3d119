package dev.fuel.tui.state;

import dev.fuel.domain.inbox.InboxId;
import dev.fuel.tui.difference.LineComment;

/// What a text is for that a person types over a view.
public sealed interface Writing {
    /// A comment on lines; without words it is dropped.
    record Comment(LineComment on) implements Writing {}

    /// What is looked for.
    record Search() implements Writing {}

    /// Why work is sent back.
    ///
    /// @param about    the task or epic, in words
    /// @param comments how many comments on lines go with it
    /// @param sent     it is on its way
    record Changes(InboxId item, String about, int comments, boolean sent) implements Writing {
        Changes sent(boolean now) {
            return new Changes(item, about, comments, now);
        }
    }
}
