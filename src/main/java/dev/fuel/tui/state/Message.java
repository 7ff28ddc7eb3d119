package dev.fuel.tui.state;

import dev.fuel.domain.agent.Trial;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.input.InputEvent;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What can happen to the screen.
public sealed interface Message {
    record Input(InputEvent event) implements Message {}

    /// Something on the screen was clicked that has a name.
    record Clicked(String zone) implements Message {}

    record Resized(Size size) implements Message {}

    /// Time has passed that something on the screen shows.
    record Tick() implements Message {}

    record BoardLoaded(Board board) implements Message {}

    record DetailLoaded(TaskDetail detail) implements Message {}

    record ReviewLoaded(ReviewSubject subject) implements Message {}

    record RunLoaded(RunDetail detail) implements Message {}

    /// The whole output was searched.
    record OutputSearched(OutputSource source, OutputMatches matches) implements Message {}

    record OutputArrived(OutputSource source, OutputBatch batch) implements Message {}

    /// Lines of an output were read again from the file.
    ///
    /// @param from which were asked for
    record OutputRead(OutputSource source, long from, OutputPage page) implements Message {}

    record OverviewLoaded(Overview overview) implements Message {}

    /// An action was committed.
    record Said(String words) implements Message {}

    /// A change is committed.
    record ChangeMade(Made made, History.Cause cause) implements Message {}

    /// An act that could be taken back was carried out, or was not.
    ///
    /// @param outcome what became of it; null if it was taken back
    record ActSettled(long request, @Nullable String outcome) implements Message {}

    /// What the task says, to be changed in a form.
    record DraftLoaded(TaskId task, NewTask draft) implements Message {}

    /// What the epic says, to be changed in a form.
    record EpicLoaded(EpicId epic, String title, String description) implements Message {}

    /// An agent was tested.
    record AgentTested(Trial trial) implements Message {}

    /// What a person has made of the text on the screen in their editor.
    record TextComposed(String text) implements Message {}

    /// How the place can be opened.
    record PlacesLoaded(List<Choice> ways) implements Message {
        public PlacesLoaded {
            ways = List.copyOf(ways);
        }
    }

    record CopiesLoaded(List<Copyable> copies) implements Message {
        public CopiesLoaded {
            copies = List.copyOf(copies);
        }
    }

    /// The rules refused an action.
    record Refused(String words) implements Message {}

    /// Work that a person has asked for is under way.
    ///
    /// @param words the beginning of a sentence, as it goes on after "cannot"
    /// @param about the keys of the rows that wait for it
    record Begun(long number, String words, Set<String> about) implements Message {
        public Begun {
            about = Set.copyOf(about);
        }
    }

    /// It is not any more, whatever came of it.
    record Ended(long number) implements Message {}

    /// Something broke.
    record Failed(String what, String why) implements Message {}

    /// Another program asks us to stop for a while.
    record StopAsked() implements Message {}

    /// The process goes on after a stop; nobody knows what is on the screen.
    record Continued() implements Message {}
}
