package dev.fuel.tui.state;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.run.RunId;
import dev.fuel.tui.action.Action;

/// What choosing an entry of a menu, the palette or help does.
public sealed interface Pick {
    record Make(Change change) implements Pick {}

    /// Opens a question or a field.
    record Ask(Overlay overlay) implements Pick {}

    /// Lends the terminal.
    record Open(Loan loan) implements Pick {}

    /// Opens the link on the person's desktop.
    record Browse(String link) implements Pick {}

    record Run(Action action) implements Pick {}

    record Copy(String text) implements Pick {}

    /// Opens everything about it.
    record Show(Identifier id) implements Pick {}

    /// Opens the run's output.
    record Watch(RunId run) implements Pick {}

    /// Goes to a row of a list.
    record Select(ViewKind view, String key) implements Pick {}
}
