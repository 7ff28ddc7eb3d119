package dev.fuel.tui.state;

import java.util.stream.Stream;

/// What a person asks for with a key: a {@link Change} is committed and may be taken back, for a {@link Loan} another
/// program gets the terminal. Both are told in the same words while they are under way and when they are refused.
public sealed interface Asked permits Change, Loan {
    /// The beginning of a sentence, as it goes on after "cannot".
    String words();

    /// The keys of the rows that wait for it.
    Stream<String> about();
}
