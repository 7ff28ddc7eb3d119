package dev.fuel.tui.state;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.canvas.Rectangle;
import java.util.List;

/// What an update asks the loop to do; the outcome comes back as a {@link Message}.
public sealed interface Effect {
    /// Make a change, because it was asked for or to take another back.
    record Make(Change change, History.Cause cause) implements Effect {
        static Make asked(Change change) {
            return new Make(change, History.Cause.ASKED);
        }
    }

    /// Note that a person has seen the item.
    record MarkRead(InboxId item) implements Effect {}

    /// Read what a form shows of the task.
    record LoadDraft(TaskId task) implements Effect {}

    /// Read what a form shows of the epic.
    record LoadEpic(EpicId epic) implements Effect {}

    /// Read where the place can be opened.
    record LoadPlaces(Loan.Place place) implements Effect {}

    /// Lend the terminal to another program.
    record Lend(Loan loan) implements Effect {}

    /// Open the link on the person's desktop.
    record Browse(String link) implements Effect {}

    /// Have the agent answer one short prompt.
    record TestAgent(AgentName agent) implements Effect {}

    /// Read what can be copied of it.
    record LoadCopies(Identifier id) implements Effect {}

    /// Give the text to the terminal's clipboard.
    record Copy(String text) implements Effect {}

    /// Give what stands in these cells of the screen to the terminal's clipboard.
    record CopyShown(List<Rectangle> lines) implements Effect {
        public CopyShown {
            lines = List.copyOf(lines);
        }
    }

    /// Read all that a verdict on the epic or task needs.
    record LoadReview(Identifier about) implements Effect {}

    /// Read what there is of a run beside its output.
    record LoadRun(RunId run) implements Effect {}

    /// Look for words in all that the run has put out.
    record SearchOutput(OutputSource source, String words) implements Effect {}

    /// Read lines of the output again that are not in memory.
    record ReadOutput(OutputSource source, long from, int count) implements Effect {}

    /// Statistics and settings.
    record LoadOverview() implements Effect {}

    record LoadDetail(Identifier id) implements Effect {}

    record SetMouse(boolean on) implements Effect {}

    /// Draw everything again.
    record Redraw() implements Effect {}

    /// Stop this process until somebody continues it.
    record Suspend() implements Effect {}

    /// @param acts what can still be taken back, and is carried out before
    record Leave(Leaving leaving, List<Long> acts) implements Effect {
        public Leave {
            acts = List.copyOf(acts);
        }
    }
}
