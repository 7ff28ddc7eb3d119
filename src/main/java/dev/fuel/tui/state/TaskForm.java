package dev.fuel.tui.state;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.epic.EpicStatus;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskType;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form for a new task.
///
/// @param agents  what may be chosen
/// @param epics   what may be chosen
/// @param agent   index among the agents, -1 for none
/// @param epic    index among the epics, -1 for none
/// @param problem why it could not be added, empty if nothing is known
public record TaskForm(
        Entry focus,
        TextField title,
        TextField description,
        int priority,
        Complexity complexity,
        List<AgentName> agents,
        int agent,
        List<EpicLine> epics,
        int epic,
        String problem) {

    /// The lines of the form.
    public enum Entry {
        TITLE("Title"),
        DESCRIPTION("Description"),
        PRIORITY("Priority"),
        COMPLEXITY("Complexity"),
        AGENT("Agent"),
        EPIC("Epic");

        private final String label;

        Entry(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        boolean isText() {
            return this == TITLE || this == DESCRIPTION;
        }
    }

    private static final List<Entry> ENTRIES = List.of(Entry.values());
    private static final List<Complexity> COMPLEXITIES = List.of(Complexity.values());

    static TaskForm of(Board board, String title) {
        return new TaskForm(
                Entry.TITLE,
                TextField.of(title),
                TextField.EMPTY,
                Priority.DEFAULT.value(),
                Complexity.SIMPLE,
                board.agents().stream().map(AgentLine::name).toList(),
                -1,
                board.epics().stream()
                        .filter(epic -> epic.status() != EpicStatus.APPROVED)
                        .toList(),
                -1,
                "");
    }

    TaskForm focus(int distance) {
        int next = Math.floorMod(ENTRIES.indexOf(focus) + distance, ENTRIES.size());
        return with(ENTRIES.get(next), title, description, problem);
    }

    TextField focusedText() {
        return focus == Entry.DESCRIPTION ? description : title;
    }

    TaskForm withFocusedText(TextField text) {
        return focus == Entry.DESCRIPTION ? with(focus, title, text, "") : with(focus, text, description, "");
    }

    TaskForm withProblem(String reason) {
        return with(focus, title, description, reason);
    }

    /// The next or previous choice of the focused line.
    TaskForm choose(int distance) {
        int nextPriority = focus == Entry.PRIORITY
                ? Math.clamp(priority + distance, Priority.MOST_URGENT, Priority.LEAST_URGENT)
                : priority;
        int place = COMPLEXITIES.indexOf(complexity) + (focus == Entry.COMPLEXITY ? distance : 0);
        int nextAgent = focus == Entry.AGENT ? cycle(agent, distance, agents.size()) : agent;
        int nextEpic = focus == Entry.EPIC ? cycle(epic, distance, epics.size()) : epic;
        return new TaskForm(
                focus,
                title,
                description,
                nextPriority,
                COMPLEXITIES.get(Math.clamp(place, 0, COMPLEXITIES.size() - 1)),
                agents,
                nextAgent,
                epics,
                nextEpic,
                problem);
    }

    public @Nullable AgentName chosenAgent() {
        return agent < 0 ? null : agents.get(agent);
    }

    public @Nullable EpicLine chosenEpic() {
        return epic < 0 ? null : epics.get(epic);
    }

    /// @throws Refusal if it is no task yet
    NewTask task() {
        EpicLine chosen = chosenEpic();
        EpicId epicId = chosen == null ? null : chosen.id();
        return new NewTask(
                title.text(),
                description.text(),
                TaskType.FEATURE,
                new Priority(priority),
                complexity,
                Collections.emptySortedSet(),
                List.of(),
                null,
                epicId,
                chosenAgent());
    }

    /// From -1 (none) to the last and round again.
    private static int cycle(int index, int distance, int count) {
        return Math.floorMod(index + 1 + distance, count + 1) - 1;
    }

    private TaskForm with(Entry entry, TextField newTitle, TextField newDescription, String newProblem) {
        return new TaskForm(
                entry, newTitle, newDescription, priority, complexity, agents, agent, epics, epic, newProblem);
    }
}
