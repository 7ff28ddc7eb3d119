package dev.fuel.tui.state;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.epic.EpicStatus;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskId;
import dev.fuel.domain.task.TaskType;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The form for a new task, or for what a task says.
///
/// @param edited  the task as it was, null for a new one
/// @param agents  what may be chosen
/// @param epics   what may be chosen
/// @param agent   index among the agents, -1 for none
/// @param epic    index among the epics, -1 for none
/// @param problem why it could not be added, empty if nothing is known
/// @param sent    it is on its way: a second Enter does not send it again
public record TaskForm(
        @Nullable Edited edited,
        Entry focus,
        TextField title,
        TextField description,
        int priority,
        Complexity complexity,
        List<AgentName> agents,
        int agent,
        List<EpicLine> epics,
        int epic,
        String problem,
        boolean sent) {

    /// A task that is being changed.
    public record Edited(TaskId id, NewTask before) {}

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
                null,
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
                "",
                false);
    }

    static TaskForm of(Board board, TaskId task, NewTask draft) {
        TaskForm empty = of(board, draft.title());
        List<AgentName> agents = withChosen(empty.agents, draft.agent());
        List<EpicId> epics = empty.epics.stream().map(EpicLine::id).toList();
        return new TaskForm(
                new Edited(task, draft),
                Entry.TITLE,
                empty.title,
                TextField.of(draft.description()),
                draft.priority().value(),
                draft.complexity(),
                agents,
                agents.indexOf(draft.agent()),
                empty.epics,
                epics.indexOf(draft.epic()),
                "",
                false);
    }

    /// An agent that is no longer configured stays a choice while the task is pinned to it.
    private static List<AgentName> withChosen(List<AgentName> agents, @Nullable AgentName chosen) {
        return chosen == null || agents.contains(chosen)
                ? agents
                : Stream.concat(agents.stream(), Stream.of(chosen)).toList();
    }

    /// What Enter asks for.
    ///
    /// @throws Refusal if it is no task yet
    Change submitted() {
        return edited == null ? new Change.AddTask(task()) : new Change.Edit(edited.id(), task());
    }

    /// The same, on its way.
    TaskForm sending() {
        return new TaskForm(
                edited, focus, title, description, priority, complexity, agents, agent, epics, epic, "", true);
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

    /// With the focus on the description.
    TaskForm withDescription(TextField text) {
        return with(Entry.DESCRIPTION, title, text, "");
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
                edited,
                focus,
                title,
                description,
                nextPriority,
                COMPLEXITIES.get(Math.clamp(place, 0, COMPLEXITIES.size() - 1)),
                agents,
                nextAgent,
                epics,
                nextEpic,
                problem,
                sent);
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
                edited == null ? TaskType.FEATURE : edited.before().type(),
                new Priority(priority),
                complexity,
                edited == null ? Collections.emptySortedSet() : edited.before().labels(),
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
                edited,
                entry,
                newTitle,
                newDescription,
                priority,
                complexity,
                agents,
                agent,
                epics,
                epic,
                newProblem,
                false);
    }
}
