package dev.fuel.app;

import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.inbox.InboxItem;
import java.util.List;

/// All that matters about one epic, from one snapshot.
///
/// @param tasks in the order of creation, each with why it waits
/// @param items its open inbox items
public record EpicStory(Epic epic, List<WaitingTask> tasks, List<InboxItem> items) {
    public EpicStory {
        tasks = List.copyOf(tasks);
        items = List.copyOf(items);
    }
}
