package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.RoutingProposal;
import dev.fuel.domain.budget.BudgetMark;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunKind;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.Session;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// What is decided from whether the primary is asked who should do what.
///
/// @param due      tasks that wait for nothing but to be asked about, in their order
/// @param startable how many of these could start now
/// @param open     whose answer is still to come, what must be answered first before the others
/// @param runs     those that ask about them
/// @param spent    those of all these tasks for which nothing may be spent now, with the budget
/// @param primary  what the primary answers to being asked
/// @param memory   of the last questions
/// @param snapshot of the agents; no task is in it
record QuestionFacts(
        List<TaskId> due,
        int startable,
        List<RoutingProposal> open,
        Map<RunId, Run> runs,
        Map<TaskId, BudgetMark> spent,
        Route.Candidate primary,
        RoutingMemory memory,
        Snapshot snapshot) {
    QuestionFacts {
        due = List.copyOf(due);
        open = List.copyOf(open);
        runs = Map.copyOf(runs);
        spent = Map.copyOf(spent);
    }

    /// @param paused   beside the pause in the database
    /// @param programs what is known of the agents' programs
    static QuestionFacts read(
            Session session,
            List<TaskId> due,
            int startable,
            boolean paused,
            Map<AgentName, ProgramStanding> programs,
            ZoneId zone,
            FuelConfig config) {
        List<RoutingProposal> open = session.proposals().open();
        Map<RunId, Run> runs = new HashMap<>();
        for (RoutingProposal proposal : open) {
            if (proposal.run() != null) {
                runs.computeIfAbsent(proposal.run(), session.runs()::get);
            }
        }
        Map<TaskId, RoutingProposal> known = session.proposals().of(due);
        List<Task> tasks = session.tasks().list(due);
        Snapshot snapshot = GateReader.snapshot(session, paused, true, programs, config);
        Map<TaskId, BudgetMark> spent = new HashMap<>();
        Stream.concat(
                        tasks.stream(),
                        session
                                .tasks()
                                .list(open.stream().map(RoutingProposal::task).toList())
                                .stream())
                .forEach(task -> snapshot.spentFor(task).ifPresent(mark -> spent.put(task.id(), mark)));
        return new QuestionFacts(
                tasks.stream()
                        .filter(task -> task.status().isClaimable()
                                && !known.containsKey(task.id())
                                && !spent.containsKey(task.id()))
                        .map(Task::id)
                        .toList(),
                startable,
                open,
                runs,
                spent,
                new Router(config, zone).ask(Objects.requireNonNull(config.primary()), snapshot),
                RoutingMemory.ofQuestions(session, config),
                snapshot);
    }

    boolean isAsking() {
        return snapshot.active().stream().anyMatch(run -> run.kind() == RunKind.ROUTE);
    }
}
