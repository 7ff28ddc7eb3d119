package dev.fuel.app;

import dev.fuel.domain.run.Figures;
import dev.fuel.domain.run.Grouping;
import dev.fuel.store.RunStatistics;
import dev.fuel.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How much agents have done, how well, and for how much.
public final class StatisticsQueries {
    private final Store store;
    private final ZoneId zone;

    /// @param zone of the person whose days are meant
    public StatisticsQueries(Store store, ZoneId zone) {
        this.store = store;
        this.zone = zone;
    }

    /// @param key what the runs of the group have in common; empty where they have no such thing
    public record Group(String key, Figures figures) {}

    /// @param from   the first day
    /// @param groups those with most runs first; days in their order, those without runs too
    /// @param days   every day of the time, in their order
    public record Statistics(
            Grouping grouping, LocalDate from, List<Group> groups, Figures together, List<Group> days) {
        public Statistics {
            groups = List.copyOf(groups);
            days = List.copyOf(days);
        }
    }

    /// What was started on the last days, today among them.
    ///
    /// @param count how many days, or all since the first run if it was later
    public Statistics of(Grouping grouping, long count, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return store.read(session -> {
            LocalDate oldest =
                    session.runs().firstStart().orElse(now).atZone(zone).toLocalDate();
            LocalDate first = today.minusDays(Math.min(count - 1, Math.max(0, ChronoUnit.DAYS.between(oldest, today))));
            Instant from = first.atStartOfDay(zone).toInstant();
            Instant to = today.plusDays(1).atStartOfDay(zone).toInstant();
            RunStatistics statistics = session.statistics();
            List<Group> days = days(statistics.by(Grouping.DAY, from, to, zone), first, today);
            List<Group> groups = grouping == Grouping.DAY ? days : groups(statistics.by(grouping, from, to, zone));
            return new Statistics(grouping, first, groups, statistics.together(from, to), days);
        });
    }

    /// What was started on the last days, apart by each thing there is; days in their order, also those without runs.
    public Map<Grouping, List<Group>> all(int count, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate first = today.minusDays(count - 1L);
        Instant from = first.atStartOfDay(zone).toInstant();
        Instant to = today.plusDays(1).atStartOfDay(zone).toInstant();
        return store.read(session -> {
            Map<Grouping, List<Group>> all = new EnumMap<>(Grouping.class);
            for (Grouping grouping : Grouping.values()) {
                Map<String, Figures> figures = session.statistics().by(grouping, from, to, zone);
                all.put(grouping, grouping == Grouping.DAY ? days(figures, first, today) : groups(figures));
            }
            return all;
        });
    }

    private static List<Group> groups(Map<String, Figures> figures) {
        List<Group> groups = new ArrayList<>();
        figures.forEach((key, sums) -> groups.add(new Group(key, sums)));
        groups.sort(Comparator.comparingInt(
                        (Group group) -> -group.figures().spending().runs())
                .thenComparing(Group::key));
        return groups;
    }

    private static List<Group> days(Map<String, Figures> figures, LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .map(day -> new Group(day.toString(), figures.getOrDefault(day.toString(), Figures.NONE)))
                .toList();
    }
}
