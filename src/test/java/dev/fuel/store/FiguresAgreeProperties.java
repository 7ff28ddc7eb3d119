package dev.fuel.store;

import static dev.fuel.store.jooq.Tables.RUNS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.Actor;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.Figures;
import dev.fuel.domain.run.Grouping;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunStatus;
import dev.fuel.domain.run.Spending;
import dev.fuel.domain.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.jspecify.annotations.Nullable;

/// No dollar and no token is counted twice or forgotten: whichever way runs are put together, they add up to the same,
/// and what is kept with a run is what follows from everything else.
class FiguresAgreeProperties {
    private static final int STEPS = 150;
    private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");

    private Path folder = Path.of("");

    @BeforeTry
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("fuel-store");
    }

    @AfterTry
    void removeFolder() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// Zones with odd offsets and changes of the clock, also at midnight.
    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Africa/Cairo", "Pacific/Apia")
                .map(ZoneId::of);
    }

    @Property(tries = 6)
    void allWaysOfAddingUpAgree(@ForAll long seed, @ForAll("zones") ZoneId zone) {
        try (StoreFixture fixture = new StoreFixture(folder)) {
            RandomWork work = new RandomWork(fixture, seed);
            for (int step = 0; step < STEPS; step++) {
                work.step();
            }
            fixture.store.read(session -> {
                agree(session, zone, fixture.instant());
                return true;
            });
            whatIsKeptFollows(fixture);
        }
    }

    private static void agree(Session session, ZoneId zone, Instant now) {
        List<Run> runs = ended(session);
        Spending all = sum(runs);
        Instant to = now.plusSeconds(1);
        RunTotals totals = session.runTotals();
        assertThat(session.statistics().together(EVER, to).spending()).isEqualTo(all);
        assertThat(totals.between(EVER, to)).isEqualTo(all);
        for (Grouping grouping : Grouping.values()) {
            Map<String, Figures> groups = session.statistics().by(grouping, EVER, to, zone);
            assertThat(spending(groups))
                    .as(grouping.word())
                    .isEqualTo(apart(runs, run -> key(session, run, grouping, zone)));
            assertThat(add(spending(groups).values())).as(grouping.word()).isEqualTo(all);
            Figures together = session.statistics().together(EVER, to);
            assertThat(groups.values().stream().mapToInt(Figures::passed).sum()).isEqualTo(together.passed());
            assertThat(groups.values().stream().mapToInt(Figures::firstJudged).sum())
                    .isEqualTo(together.firstJudged());
        }
        assertThat(add(totals.byAgent(EVER).values())).as("health").isEqualTo(all);
        tasksAndEpics(session, runs, all);
    }

    private static void tasksAndEpics(Session session, List<Run> runs, Spending all) {
        RunTotals totals = session.runTotals();
        List<Task> tasks = session.tasks().list(TaskFilter.ALL);
        List<Spending> ofTasks =
                new ArrayList<>(tasks.stream().map(task -> totals.of(task.id())).toList());
        List<Spending> ofEpics = new ArrayList<>(
                session.epics().list().stream().map(Epic::id).map(totals::of).toList());
        tasks.stream().filter(task -> task.epic() == null).forEach(task -> ofEpics.add(totals.of(task.id())));
        ofTasks.add(sum(runs.stream().filter(run -> run.task() == null).toList()));
        assertThat(add(ofTasks)).as("tasks, and what is about epics alone").isEqualTo(all);
        assertThat(add(ofEpics)).as("epics, and tasks without one").isEqualTo(all);
    }

    /// As many times as one likes.
    private static void whatIsKeptFollows(StoreFixture fixture) {
        List<String> before = fixture.store.read(FiguresAgreeProperties::kept);
        for (int again = 0; again < 2; again++) {
            fixture.store.change(Actor.CLI, session -> {
                session.tasks()
                        .list(TaskFilter.ALL)
                        .forEach(task -> session.scores().of(task.id()));
                session.epics().list().forEach(epic -> session.scores().of(epic.id()));
            });
            assertThat(fixture.store.<List<String>>read(FiguresAgreeProperties::kept))
                    .isEqualTo(before);
        }
    }

    private static List<String> kept(Session session) {
        return session.sql()
                .select(RUNS.ID, RUNS.SCORE, RUNS.VERDICT, RUNS.FIRST_PASS)
                .from(RUNS)
                .orderBy(RUNS.SEQ)
                .fetch(Object::toString);
    }

    private static List<Run> ended(Session session) {
        return session.runs().list(RunFilter.latest(100_000)).stream()
                .filter(run -> run.status() != RunStatus.RUNNING && run.agent() != null)
                .toList();
    }

    private static String key(Session session, Run run, Grouping grouping, ZoneId zone) {
        @Nullable Task task = run.task() == null ? null : session.tasks().get(run.task());
        return switch (grouping) {
            case AGENT -> Objects.requireNonNull(run.agent()).value();
            case MODEL -> run.model() == null ? "" : run.model();
            case TYPE -> task == null ? "" : task.type().word();
            case COMPLEXITY -> task == null ? "" : task.complexity().word();
            case DAY -> run.startedAt().atZone(zone).toLocalDate().toString();
        };
    }

    private static Map<String, Spending> spending(Map<String, Figures> figures) {
        return figures.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().spending()));
    }

    private static Map<String, Spending> apart(List<Run> runs, Function<Run, String> key) {
        return runs.stream()
                .collect(Collectors.groupingBy(
                        key, Collectors.collectingAndThen(Collectors.toList(), FiguresAgreeProperties::sum)));
    }

    /// Each run once, and nothing but what is written in it.
    private static Spending sum(List<Run> runs) {
        return add(runs.stream().map(FiguresAgreeProperties::own).toList());
    }

    private static Spending own(Run run) {
        return new Spending(
                1,
                orZero(run.usage().tokensIn()),
                orZero(run.usage().tokensOut()),
                orZero(run.usage().tokensCached()),
                run.cost(),
                run.cost() == null ? 1 : 0);
    }

    private static long orZero(@Nullable Long tokens) {
        return tokens == null ? 0 : tokens;
    }

    private static Spending add(Collection<Spending> parts) {
        Spending sum = Spending.NOTHING;
        for (Spending part : parts) {
            sum = new Spending(
                    sum.runs() + part.runs(),
                    sum.tokensIn() + part.tokensIn(),
                    sum.tokensOut() + part.tokensOut(),
                    sum.tokensCached() + part.tokensCached(),
                    Cost.sum(sum.cost(), part.cost()),
                    sum.unpriced() + part.unpriced());
        }
        return sum;
    }
}
