package dev.fuel.cli;

import dev.fuel.app.AgentTrials;
import dev.fuel.app.AttachActions;
import dev.fuel.app.BacklogActions;
import dev.fuel.app.BudgetQueries;
import dev.fuel.app.Caller;
import dev.fuel.app.DifferenceQueries;
import dev.fuel.app.DiscardActions;
import dev.fuel.app.EpicActions;
import dev.fuel.app.EventQueries;
import dev.fuel.app.ExchangeActions;
import dev.fuel.app.GarbageCollection;
import dev.fuel.app.HealthActions;
import dev.fuel.app.InboxActions;
import dev.fuel.app.InboxDecisions;
import dev.fuel.app.Lookup;
import dev.fuel.app.PauseActions;
import dev.fuel.app.PlanActions;
import dev.fuel.app.Project;
import dev.fuel.app.ReviewActions;
import dev.fuel.app.RunActions;
import dev.fuel.app.RunQueries;
import dev.fuel.app.RunTail;
import dev.fuel.app.StatisticsQueries;
import dev.fuel.app.TaskActions;
import dev.fuel.app.TaskMessages;
import dev.fuel.app.TaskMoves;
import dev.fuel.app.TaskQueries;
import dev.fuel.domain.Actor;
import java.time.Instant;
import java.time.ZoneId;

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

    PauseActions pauses() {
        return new PauseActions(project().store(), caller());
    }

    EpicActions epics() {
        return new EpicActions(project().store(), caller());
    }

    InboxActions inbox() {
        return new InboxActions(project().store(), caller());
    }

    InboxDecisions decisions() {
        return new InboxDecisions(project(), caller());
    }

    PlanActions plans() {
        return new PlanActions(project(), caller(), ConsumeCommand.launcher());
    }

    BudgetQueries budgets() {
        return new BudgetQueries(project().store());
    }

    TaskMessages messages() {
        return new TaskMessages(project(), caller());
    }

    HealthActions health() {
        return new HealthActions(project(), caller());
    }

    AgentTrials trials() {
        return new AgentTrials(project(), ConsumeCommand.launcher(), AgentTrials.USUAL_LIMIT);
    }

    BacklogActions backlog() {
        return new BacklogActions(project(), caller());
    }

    RunActions runs() {
        return new RunActions(project(), caller());
    }

    ReviewActions reviews() {
        return new ReviewActions(project().store(), caller());
    }

    AttachActions attachments() {
        return new AttachActions(project(), caller(), ConsumeCommand.launcher());
    }

    DifferenceQueries differences() {
        return new DifferenceQueries(project());
    }

    DiscardActions discarding() {
        return new DiscardActions(project(), caller());
    }

    ExchangeActions exchange() {
        return new ExchangeActions(project(), caller());
    }

    GarbageCollection garbage() {
        return new GarbageCollection(project(), caller());
    }

    RunTail runTail() {
        return new RunTail(project());
    }

    RunQueries runQueries() {
        return new RunQueries(project().store());
    }

    StatisticsQueries statistics() {
        return new StatisticsQueries(project().store(), ZoneId.systemDefault());
    }

    EventQueries events() {
        return new EventQueries(project().store());
    }

    Lookup lookup() {
        return new Lookup(project().store());
    }

    Project project() {
        return invocation.project();
    }

    Instant now() {
        return invocation.clock().instant();
    }

    /// A person at a terminal, a script of theirs, or an agent inside its run.
    Caller caller() {
        Actor person = invocation.surroundings().input() ? Actor.HUMAN : Actor.CLI;
        return Caller.of(invocation.environment(), project().store(), person);
    }
}
