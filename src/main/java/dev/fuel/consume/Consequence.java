package dev.fuel.consume;

import dev.fuel.domain.run.FailureType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an ended work run means for its task.
sealed interface Consequence {
    /// The work goes to the gate.
    record Submit() implements Consequence {}

    /// The agent must mend something; the text goes into its next prompt.
    ///
    /// @param round whether this counts as a failed review
    record SendBack(String issues, boolean round) implements Consequence {}

    /// The task may be tried again.
    ///
    /// @param charged whether it counts as an attempt
    record TryAgain(FailureType failure, String message, boolean charged) implements Consequence {}

    /// The session that it was to go on with is gone: the next run begins a fresh one.
    record StartAfresh(String message) implements Consequence {}

    /// A usage limit: nothing is charged and the same agent goes on later.
    ///
    /// @param until null if the CLI does not say
    record Park(@Nullable Instant until, String message) implements Consequence {}

    /// Only a person can make the agent able to work again (lost login, no credit).
    record StopAgent(FailureType failure, String message) implements Consequence {}

    /// The agent was refused a tool: a person must allow it or take the task over.
    record AskPermission(String tool, String message) implements Consequence {}

    /// The agent has asked something, or was told something meanwhile: its session goes on with what a person says.
    record AwaitAnswer() implements Consequence {}

    /// A budget was spent: its session goes on when there is room again.
    record OutOfBudget(String message) implements Consequence {}

    /// A person stopped it: the task waits for that person.
    record HeldByPerson() implements Consequence {}

    /// Fuel stopped it on leaving: the task is as ready as before.
    record PutBack() implements Consequence {}
}
