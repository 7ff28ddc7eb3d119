package dev.fuel.domain.task;

import dev.fuel.domain.agent.AgentName;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Tasks for tests of pure decisions, where only a few fields matter.
public final class TaskFixture {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private TaskFixture() {}

    public static Task ready(int number) {
        return ready(number, Complexity.SIMPLE, null);
    }

    public static Task ready(int number, Complexity complexity, @Nullable AgentName agent) {
        return new Task(
                new TaskId("f-%06x".formatted(number)),
                number,
                "Task " + number,
                "",
                TaskType.FEATURE,
                Priority.DEFAULT,
                complexity,
                TaskStatus.OPEN,
                Set.of(),
                null,
                agent,
                null,
                new TreeSet<>(),
                null,
                0,
                null,
                0,
                null,
                null,
                null,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                "human",
                NOON,
                NOON,
                null,
                null);
    }
}
