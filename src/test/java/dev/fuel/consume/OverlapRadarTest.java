package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.task.Overlap;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.store.Session;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which live workspaces change the same files, seen in real ones.
class OverlapRadarTest {
    @TempDir
    Path folder;

    @Test
    void tasksAtWorkOnTheSameFileAreFlaggedOnBothUntilOneHasLanded() {
        try (var workshop = Workshop.in(folder)) {
            Path first = workshop.gate("first");
            Path second = workshop.gate("second");
            TaskId one = workshop.add("One", "commit a.txt one", "commit only-one one", "wait " + first);
            TaskId other = workshop.add("Other", "edit a.txt other", "say edited", "wait " + second, "commit b.txt b");
            workshop.consume();

            workshop.until("both are flagged", session -> overlaps(session, one, other));
            assertThat(workshop.store.read(session -> session.board(10)).columns())
                    .flatExtracting(column -> column.cards())
                    .filteredOn(card -> card.task().id().equals(one))
                    .singleElement()
                    .satisfies(card -> assertThat(card.overlaps())
                            .extracting(Overlap::words)
                            .containsExactly("overlaps %s: a.txt".formatted(other)));
            assertThat(workshop.task(one).portBase())
                    .isNotEqualTo(workshop.task(other).portBase());

            Workshop.open(first);
            workshop.untilStatus(one, TaskStatus.CLOSED);
            assertThat(workshop.store.<List<Overlap>>read(session -> of(session, other)))
                    .isEmpty();
            assertThat(workshop.task(one).portBlock()).isNull();
            Workshop.open(second);
        }
    }

    @Test
    void whatARunLeftIsKnownWhenItsConsumerHasGone() {
        try (var workshop = Workshop.in(folder)) {
            TaskId one = workshop.add("One", "edit a.txt one");
            TaskId other = workshop.add("Other", "edit a.txt other", "edit b.txt other");
            workshop.untilIdle();
            assertThat(workshop.store.<List<Overlap>>read(session -> of(session, one)))
                    .containsExactly(new Overlap(other, List.of("a.txt")));
        }
    }

    private static boolean overlaps(Session session, TaskId one, TaskId other) {
        return of(session, one).stream().anyMatch(overlap -> overlap.with().equals(other))
                && of(session, other).stream()
                        .anyMatch(overlap -> overlap.with().equals(one));
    }

    private static List<Overlap> of(Session session, TaskId task) {
        return session.workspaces().overlaps(List.of(task)).getOrDefault(task, List.of());
    }
}
