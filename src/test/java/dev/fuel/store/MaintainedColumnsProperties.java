package dev.fuel.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.board.Board;
import dev.fuel.domain.board.Card;
import dev.fuel.domain.board.Place;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Hold;
import dev.fuel.domain.task.Readiness;
import dev.fuel.domain.task.Readiness.Blocker;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/// What the database keeps up to date (readiness, open blockers, chains, the board) equals what follows from scratch.
class MaintainedColumnsProperties {
    private static final int STEPS = 60;
    private static final int CHECK_EVERY = 6;

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

    @Property(tries = 15)
    void whatIsKeptEqualsWhatFollowsFromScratch(@ForAll long seed) {
        try (StoreFixture fixture = new StoreFixture(folder)) {
            RandomHistory history = new RandomHistory(fixture, seed);
            for (int step = 1; step <= STEPS; step++) {
                history.step();
                if (step % CHECK_EVERY == 0) {
                    fixture.store.read(session -> {
                        new FromScratch(session).check();
                        return true;
                    });
                }
            }
        }
    }

    @Property(tries = 6)
    void whatIsKeptIsRightAfterAnImportToo(@ForAll long seed) throws IOException {
        byte[] told;
        try (StoreFixture fixture = new StoreFixture(folder)) {
            RandomHistory history = new RandomHistory(fixture, seed);
            for (int step = 1; step <= STEPS; step++) {
                history.step();
            }
            told = ExchangeTest.export(fixture);
        }
        byte[] again;
        try (StoreFixture second = new StoreFixture(Files.createDirectory(folder.resolve("second")))) {
            ExchangeTest.take(second, told);
            second.store.read(session -> {
                new FromScratch(session).check();
                return true;
            });
            again = ExchangeTest.export(second);
        }
        try (StoreFixture third = new StoreFixture(Files.createDirectory(folder.resolve("third")))) {
            ExchangeTest.take(third, again);
            assertThat(ExchangeTest.export(third)).isEqualTo(again);
        }
    }

    /// Everything in the store, and what follows from it.
    private static final class FromScratch {
        private final Session session;
        private final Instant now;
        private final Map<TaskId, Task> tasks;
        private final Map<TaskId, List<TaskId>> blockers;
        private final Map<EpicId, Epic> epics;
        private final Set<TaskId> withRun;
        private final Set<TaskId> withItem;

        FromScratch(Session session) {
            this.session = session;
            now = session.now();
            tasks = session.tasks().list(TaskFilter.ALL).stream()
                    .collect(Collectors.toMap(Task::id, Function.identity()));
            blockers = session.dependencies().all();
            epics = session.epics().list().stream().collect(Collectors.toMap(Epic::id, Function.identity()));
            withRun = session.runs().running().stream().map(Run::task).collect(Collectors.toSet());
            withItem = session.inbox().open().stream().map(InboxItem::task).collect(Collectors.toSet());
        }

        void check() {
            assertThat(session.queue().ready(1_000)).containsExactlyElementsOf(ready());
            for (Task task : tasks.values()) {
                assertThat(task.openBlockers()).as("open blockers of %s", task).isEqualTo((int) blockers(task).stream()
                        .filter(blocker -> !blocker.letsGo(task.epic()))
                        .count());
                assertThat(task.chain()).as("chain of %s", task).isEqualTo(chain(task.id()));
            }
            checkBoard(session.board(1_000));
        }

        private void checkBoard(Board board) {
            for (Board.Column column : board.columns()) {
                Set<TaskId> expected = tasks.values().stream()
                        .filter(task -> place(task) == column.place())
                        .map(Task::id)
                        .collect(Collectors.toSet());
                assertThat(column.cards())
                        .extracting(card -> card.task().id())
                        .as(column.place().word())
                        .containsExactlyInAnyOrderElementsOf(expected);
                assertThat(column.count()).as(column.place().word()).isEqualTo(expected.size());
                if (column.place() == Place.BLOCKED) {
                    assertThat(column.cards())
                            .allSatisfy(
                                    (Card card) -> assertThat(card.waiting()).isNotEmpty());
                }
            }
        }

        private List<Task> ready() {
            return tasks.values().stream()
                    .filter(this::isReady)
                    .sorted(Comparator.comparing(Task::priority)
                            .thenComparing(Comparator.comparingInt(Task::chain).reversed())
                            .thenComparingLong(Task::seq))
                    .toList();
        }

        private boolean isReady(Task task) {
            Set<Hold> epicHeldBy =
                    task.epic() == null ? Set.of() : epic(task.epic()).heldBy();
            return Readiness.waiting(task, blockers(task), epicHeldBy, List.of(), now)
                    .isEmpty();
        }

        private Place place(Task task) {
            if (withRun.contains(task.id()) || task.status() == TaskStatus.IN_PROGRESS) {
                return Place.RUNNING;
            }
            if (withItem.contains(task.id())
                    || task.heldBy().stream().anyMatch(Set.of(Hold.STUCK, Hold.QUESTION, Hold.MERGE)::contains)) {
                return Place.NEEDS_YOU;
            }
            return switch (task.status()) {
                case REVIEW -> Place.REVIEW;
                case CLOSED, CANCELLED -> Place.DONE;
                case OPEN, NEEDS_WORK, IN_PROGRESS -> isReady(task) ? Place.READY : Place.BLOCKED;
            };
        }

        private Collection<Blocker> blockers(Task task) {
            return blockers.getOrDefault(task.id(), List.of()).stream()
                    .map(this::task)
                    .map(blocker -> new Blocker(
                            blocker.id(),
                            blocker.status(),
                            blocker.epic(),
                            blocker.epic() != null && epic(blocker.epic()).approvedAt() != null))
                    .toList();
        }

        private int chain(TaskId task) {
            return blockers.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(task))
                    .map(entry -> task(entry.getKey()))
                    .filter(waiting -> !waiting.status().isEnded())
                    .mapToInt(waiting -> 1 + chain(waiting.id()))
                    .max()
                    .orElse(0);
        }

        private Task task(TaskId id) {
            return Objects.requireNonNull(tasks.get(id));
        }

        private Epic epic(EpicId id) {
            return Objects.requireNonNull(epics.get(id));
        }
    }
}
