package dev.fuel.app;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.run.Spending;
import java.util.List;

/// All that matters about one epic, from one snapshot.
///
/// @param tasks in the order of creation, each with why it waits
/// @param items its open inbox items
/// @param spending of its runs and those of its tasks
/// @param agents that had any part in it
public record EpicStory(
        Epic epic, List<WaitingTask> tasks, List<InboxItem> items, Spending spending, List<AgentName> agents) {
    public EpicStory {
        tasks = List.copyOf(tasks);
        items = List.copyOf(items);
        agents = List.copyOf(agents);
    }
}
