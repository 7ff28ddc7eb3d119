package dev.fuel.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.Event;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.task.TaskId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People hear of what waits for them, once.
class NotificationsTest {
    @TempDir
    Path folder;

    @Test
    void theCommandRunsOnceForEachItem() throws IOException {
        Path heard = folder.resolve("heard");
        String config = Workshop.plainConfig("").replace("max_attempts: 2", "max_attempts: 1")
                + "notify: {command: 'echo \"$FUEL_ITEM_TYPE $FUEL_ITEM_ID $FUEL_TASK_ID\" >> \"%s\"'}\n"
                        .formatted(heard);
        try (var workshop = Workshop.withConfig(folder, config)) {
            TaskId task = workshop.add("Fail", "exit 3");
            workshop.untilIdle();
            InboxItem item = workshop.inbox().getFirst();
            workshop.untilIdle();
            assertThat(Files.readString(heard)).isEqualTo("stuck %s %s\n".formatted(item.id(), task));
        }
    }

    @Test
    void aCommandThatFailsIsSaidInTheEventsAndDisturbsNothing() {
        String config = Workshop.plainConfig("").replace("max_attempts: 2", "max_attempts: 1")
                + "notify: {command: 'echo no such bell >&2; exit 4'}\n";
        try (var workshop = Workshop.withConfig(folder, config)) {
            workshop.add("Fail", "exit 3");
            workshop.untilIdle();
            List<Event> events = workshop.store.read(session -> session.events().since(0, 1_000));
            assertThat(events)
                    .filteredOn(event -> event.what().equals("notification_failed"))
                    .singleElement()
                    .satisfies(event -> assertThat(event.detail()).contains("ended with 4: no such bell"));
        }
    }
}
