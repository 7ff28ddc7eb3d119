package dev.fuel.app;

import dev.fuel.config.FuelConfig;
import dev.fuel.consume.Forecast;
import dev.fuel.consume.IdleReport;
import dev.fuel.domain.agent.RoutingDecision;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.Store;
import java.time.ZoneId;
import java.util.List;

/// What a consumer would start now, which agents would get it, and why. Changes nothing.
public final class DispatchQueries {
    private final Store store;
    private final Forecast forecast;

    public DispatchQueries(Project project, FuelConfig config, ZoneId zone) {
        this.store = project.store();
        this.forecast = new Forecast(store, config, zone, project.programs());
    }

    /// @param ready   the tasks that are ready, in their order: those that would start, and those that would not
    /// @param waiting the first of the tasks that are not ready
    public record Outlook(List<Forecast.Prospect> ready, List<IdleReport.Waiting> waiting) {
        public Outlook {
            ready = List.copyOf(ready);
            waiting = List.copyOf(waiting);
        }
    }

    public Outlook outlook() {
        return new Outlook(forecast.ofReadyTasks(), forecast.ofTheRest());
    }

    /// Who got the task before, and why; latest first.
    public List<RoutingDecision> decisions(TaskId task) {
        return store.read(session -> session.routing().of(task));
    }

    /// @param reference a task's id or the beginning of one
    /// @throws dev.fuel.domain.Refusal if there is no such task
    public Forecast.Prospect route(String reference) {
        TaskId task = store.read(session -> session.ids().task(reference));
        return forecast.of(task);
    }
}
