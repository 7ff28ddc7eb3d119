package dev.fuel.cli;

import dev.fuel.app.Caller;
import dev.fuel.app.Project;
import dev.fuel.app.TaskActions;
import dev.fuel.app.TaskMoves;
import dev.fuel.app.TaskQueries;
import dev.fuel.domain.Actor;
import java.time.Instant;

/// The use cases on the project of an invocation, within the limits of who gives the command.
final class UseCases {
    private final Invocation invocation;

    private UseCases(Invocation invocation) {
        this.invocation = invocation;
    }

    static UseCases of(Invocation invocation) {
        return new UseCases(invocation);
    }

    TaskQueries queries() {
        return new TaskQueries(project().store());
    }

    TaskActions tasks() {
        return new TaskActions(project().store(), caller());
    }

    TaskMoves moves() {
        return new TaskMoves(project().store(), caller());
    }

    Project project() {
        return invocation.project();
    }

    Instant now() {
        return invocation.clock().instant();
    }

    /// A person at a terminal, a script of theirs, or an agent inside its run.
    private Caller caller() {
        Actor person = invocation.surroundings().input() ? Actor.HUMAN : Actor.CLI;
        return Caller.of(invocation.environment(), project().store(), person);
    }
}
