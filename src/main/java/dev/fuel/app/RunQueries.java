package dev.fuel.app;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.Figures;
import dev.fuel.domain.run.Grouping;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.Spending;
import dev.fuel.domain.task.TaskId;
import dev.fuel.store.IdKind;
import dev.fuel.store.RunFilter;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What somebody may want to know about runs.
public final class RunQueries {
    private final Store store;

    public RunQueries(Store store) {
        this.store = store;
    }

    /// Latest first.
    ///
    /// @param task only this task's, by the beginning of its id
    /// @throws dev.fuel.domain.Refusal if there is no such task
    public List<Run> list(@Nullable String task, int limit) {
        return store.read(session -> {
            RunFilter filter = task == null
                    ? RunFilter.latest(limit)
                    : new RunFilter(session.ids().task(task), null, null, null, limit);
            return session.runs().list(filter);
        });
    }

    /// What was consumed on one day of the person's calendar.
    public record Day(LocalDate date, Spending spending) {}

    /// What was consumed on the last days, today first.
    public List<Day> days(int count, Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant from = today.minusDays(count - 1L).atStartOfDay(zone).toInstant();
        Instant to = today.plusDays(1).atStartOfDay(zone).toInstant();
        Map<String, Figures> figures =
                store.read(session -> session.statistics().by(Grouping.DAY, from, to, zone));
        return IntStream.range(0, count)
                .mapToObj(today::minusDays)
                .map(day -> new Day(
                        day, figures.getOrDefault(day.toString(), Figures.NONE).spending()))
                .toList();
    }

    /// What each agent has consumed in all its runs.
    public Map<AgentName, Spending> byAgent() {
        return store.read(session -> session.runTotals().byAgent(Instant.EPOCH));
    }

    /// @throws dev.fuel.domain.Refusal if there is no such run
    public Run run(String reference) {
        return store.read(session -> session.runs().get(session.ids().run(reference)));
    }

    /// The run, or the latest run of the task that is named instead.
    ///
    /// @throws dev.fuel.domain.Refusal if there is none
    public Run runOrLatestOf(String reference) {
        return store.read(session -> switch (session.ids().resolve(reference, IdKind.RUN, IdKind.TASK)) {
            case RunId run -> session.runs().get(run);
            case TaskId task ->
                session.runs()
                        .lastOf(task)
                        .orElseThrow(() -> new Refusal("no_runs", "nothing has been run on %s yet".formatted(task)));
            default -> throw new IllegalStateException("neither a run nor a task: " + reference);
        });
    }

    /// The run that is at work on the task; a question about it is none.
    static Optional<Run> runningOn(Session session, TaskId task) {
        return session.runs().list(RunFilter.ofTask(task)).stream()
                .filter(run -> run.status() == RunStatus.RUNNING && !run.kind().isQuestion())
                .findFirst();
    }
}
