package dev.fuel.consume;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.task.Task;

/// What the scheduler wants done with a task.
sealed interface Decision {
    Task task();

    /// Start a run of the route's agent.
    record Start(Task task, Route route) implements Decision {}

    /// It cannot start now.
    ///
    /// @param reason in words, for a person
    record Wait(Task task, Route route, String reason) implements Decision {}

    /// Look at the program of the agent that it would go to, of which nothing is known yet.
    record Look(Task task, Route route, AgentName agent) implements Decision {}

    /// Ask the primary who should do it.
    record Ask(Task task, Route route) implements Decision {}

    /// Every agent that may try has failed at it: a person must decide.
    record Stick(Task task, Route route) implements Decision {}
}
