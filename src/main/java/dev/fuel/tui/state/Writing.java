package dev.fuel.tui.state;

import dev.fuel.domain.Identifier;
import dev.fuel.tui.difference.LineComment;

/// What a text is for that a person types over a view.
public sealed interface Writing {
    /// A comment on lines; without words it is dropped.
    record Comment(LineComment on) implements Writing {}

    /// What is looked for.
    record Search() implements Writing {}

    /// Why work is sent back.
    ///
    /// @param comments how many comments on lines go with it
    record Changes(Identifier about, int comments) implements Writing {}
}
