package dev.fuel.tui.state;

import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.input.InputEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can happen to the screen.
public sealed interface Message {
    record Input(InputEvent event) implements Message {}

    record Resized(Size size) implements Message {}

    /// Time has passed that something on the screen shows.
    record Tick() implements Message {}

    record BoardLoaded(Board board) implements Message {}

    record DetailLoaded(TaskDetail detail) implements Message {}

    record ReviewLoaded(ReviewSubject subject) implements Message {}

    record RunLoaded(RunDetail detail) implements Message {}

    /// How many lines of the whole output of a run have the words.
    record OutputSearched(RunId run, String words, long lines) implements Message {}

    record OutputArrived(RunId run, List<OutputLine> lines) implements Message {}

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

    record CopiesLoaded(List<Copyable> copies) implements Message {
        public CopiesLoaded {
            copies = List.copyOf(copies);
        }
    }

    /// A new task is committed.
    record TaskAdded(TaskId id) implements Message {}

    /// The rules refused an action.
    record Refused(String words) implements Message {}

    /// Something broke.
    record Failed(String what, String why) implements Message {}

    /// Another program asks us to stop for a while.
    record StopAsked() implements Message {}

    /// The process goes on after a stop; nobody knows what is on the screen.
    record Continued() implements Message {}
}
