package dev.fuel.domain.task;

import static dev.fuel.domain.task.TaskStatus.CANCELLED;
import static dev.fuel.domain.task.TaskStatus.CLOSED;
import static dev.fuel.domain.task.TaskStatus.IN_PROGRESS;
import static dev.fuel.domain.task.TaskStatus.NEEDS_WORK;
import static dev.fuel.domain.task.TaskStatus.OPEN;
import static dev.fuel.domain.task.TaskStatus.REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.task.TaskLifecycle.Move;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TaskLifecycleTest {
    private static final TaskId TASK = new TaskId("f-12ab34");

    record Legal(TaskStatus from, Move move, TaskStatus to) {}

    /// The picture in the product's description, edge by edge.
    private static final List<Legal> EDGES = List.of(
            new Legal(OPEN, Move.CLAIM, IN_PROGRESS),
            new Legal(NEEDS_WORK, Move.CLAIM, IN_PROGRESS),
            new Legal(IN_PROGRESS, Move.SUBMIT, REVIEW),
            new Legal(IN_PROGRESS, Move.GIVE_BACK, OPEN),
            new Legal(IN_PROGRESS, Move.SEND_BACK, NEEDS_WORK),
            new Legal(REVIEW, Move.SEND_BACK, NEEDS_WORK),
            new Legal(REVIEW, Move.CLOSE, CLOSED),
            new Legal(OPEN, Move.CANCEL, CANCELLED),
            new Legal(IN_PROGRESS, Move.CANCEL, CANCELLED),
            new Legal(REVIEW, Move.CANCEL, CANCELLED),
            new Legal(NEEDS_WORK, Move.CANCEL, CANCELLED),
            new Legal(CLOSED, Move.REOPEN, OPEN),
            new Legal(CANCELLED, Move.REOPEN, OPEN),
            new Legal(NEEDS_WORK, Move.REOPEN, OPEN));

    @ParameterizedTest
    @MethodSource("edges")
    void legalMoveLeadsToItsStatus(Legal edge) {
        assertThat(TaskLifecycle.after(TASK, edge.from(), edge.move())).isEqualTo(edge.to());
    }

    @ParameterizedTest
    @MethodSource("otherPairs")
    void everyOtherMoveIsRefusedNamingTheState(TaskStatus from, Move move) {
        assertThatThrownBy(() -> TaskLifecycle.after(TASK, from, move))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(TASK.value())
                .hasMessageEndingWith("it is " + from.word());
    }

    static List<Legal> edges() {
        return EDGES;
    }

    static Stream<Arguments> otherPairs() {
        return Arrays.stream(TaskStatus.values())
                .flatMap(from -> Arrays.stream(Move.values())
                        .filter(move -> EDGES.stream().noneMatch(edge -> edge.from() == from && edge.move() == move))
                        .map(move -> Arguments.of(from, move)));
    }
}
