package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.Actor;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskStatus;
import dev.fuel.domain.task.TaskType;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpicBranchTest {
    @TempDir
    private Path folder;

    @Test
    void aTaskStartsWithWhatItWaitedForAlsoWhenThatLandedOutsideItsEpicLater() {
        try (var workshop = Workshop.in(folder)) {
            EpicId epic = workshop.store.write(
                    Actor.HUMAN,
                    session -> session.epics().add("Epic", "", "main").id());
            workshop.add("Makes the epic's branch", TaskType.FEATURE, epic, "commit early.txt early");
            workshop.untilIdle();
            TaskId outside = workshop.add("Lands on main", "commit base.txt base");
            TaskId waiting = workshop.add("Builds on it", TaskType.FEATURE, epic, "commit late.txt late");
            workshop.store.change(Actor.HUMAN, session -> session.dependencies().add(waiting, outside));
            workshop.untilIdle();

            assertThat(workshop.task(waiting).status()).isEqualTo(TaskStatus.CLOSED);
            String head = workshop.task(waiting).commit();
            assertThat(workshop.git("show", head + ":base.txt")).isEqualTo("base");
            assertThat(workshop.git("ls-tree", "--name-only", "fuel/" + epic).lines())
                    .contains("early.txt", "base.txt", "late.txt");
            assertThat(workshop.git("ls-tree", "--name-only", "main").lines()).doesNotContain("late.txt");
        }
    }
}
