package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.Waiting;
import dev.fuel.store.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Reads what the scheduler decides from, in a fixed number of queries.
final class SnapshotReader {
    private SnapshotReader() {}

    /// @param startNow  these come first, in their order, if they are ready
    /// @param slots     with so many runs nothing more can start, and what is ready is not asked for
    /// @param mostReady how many ready tasks to read
    /// @param programs  what is known of the agents' programs; asked only if something is ready
    static Snapshot read(
            Session session,
            FuelConfig config,
            boolean paused,
            Set<TaskId> startNow,
            int inReview,
            int slots,
            int mostReady,
            Function<Session, Map<AgentName, ProgramStanding>> programs) {
        List<Run> active = session.runs().running();
        List<Task> ready = Snapshot.taken(active) >= slots ? List.of() : ready(session, startNow, mostReady);
        return new Snapshot(
                session.now(),
                paused,
                !ready.isEmpty() && HostLoad.perCore() > config.limits().maxLoad(),
                startNow,
                ready,
                active,
                inReview,
                ready.isEmpty() ? Map.of() : session.health().all(),
                ready.isEmpty() ? Map.of() : programs.apply(session),
                failures(session, ready),
                RoutingMemory.read(session, config, ready),
                ready.isEmpty() ? List.of() : session.budgets().inForce());
    }

    private static List<Task> ready(Session session, Set<TaskId> startNow, int most) {
        List<Task> page = session.queue().ready(most);
        if (startNow.isEmpty()) {
            return page;
        }
        List<Task> wanted = startNow.stream().map(session.tasks()::get).toList();
        Map<TaskId, List<Waiting>> obstacles = session.queue().waiting(wanted);
        List<Task> ready = new ArrayList<>(wanted);
        ready.removeIf(task -> !obstacles.getOrDefault(task.id(), List.of()).isEmpty());
        page.stream().filter(task -> !startNow.contains(task.id())).forEach(ready::add);
        return ready;
    }

    static Map<TaskId, Map<AgentName, Integer>> failures(Session session, List<Task> ready) {
        List<TaskId> failed =
                ready.stream().filter(task -> task.attempts() > 0).map(Task::id).toList();
        return failed.isEmpty() ? Map.of() : session.runTotals().chargedFailures(failed);
    }
}
