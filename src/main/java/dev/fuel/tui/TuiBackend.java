package dev.fuel.tui;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.Trial;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.Change;
import dev.fuel.tui.state.Choice;
import dev.fuel.tui.state.Copyable;
import dev.fuel.tui.state.Leaving;
import dev.fuel.tui.state.Loan;
import dev.fuel.tui.state.Made;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.OutputBatch;
import dev.fuel.tui.state.OutputMatches;
import dev.fuel.tui.state.OutputPage;
import dev.fuel.tui.state.OutputSource;
import dev.fuel.tui.state.Overview;
import dev.fuel.tui.state.ReviewSubject;
import dev.fuel.tui.state.RunDetail;
import dev.fuel.tui.state.TaskDetail;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What the screen needs from the rest of Fuel.
///
/// Every method may block and is called on virtual threads, never on the one that draws. A request that the rules
/// refuse throws {@link dev.fuel.domain.Refusal}; its message is shown. An action returns after it is committed.
public interface TuiBackend extends AutoCloseable {
    /// A consistent picture of the project as it is now.
    Board snapshot();

    /// Calls the listener, on any thread, after each change that a new snapshot would show. It must not be called
    /// more often than needed, but may be: the screen asks for one snapshot at a time.
    Subscription onChange(Runnable listener);

    /// Hands over the last lines of the output (up to 10,000) and then each new one as it comes, in order, on any
    /// thread.
    Following follow(OutputSource source, Consumer<OutputBatch> batches);

    TaskDetail detail(Identifier id);

    /// What the last two weeks have cost, and the settings in force.
    Overview overview();

    /// Everything that a verdict on a task or an epic needs.
    ReviewSubject review(Identifier id);

    /// What there is of a run beside its output.
    RunDetail run(RunId run);

    /// Makes a change that a person asks for.
    Made make(Change change);

    /// Notes that a person has seen the item.
    void markRead(InboxId item);

    /// What a form shows of the task.
    NewTask draft(TaskId task);

    /// What can be copied of it: its id, branch, folder.
    List<Copyable> copies(Identifier id);

    /// What a form shows of the epic.
    Message.EpicLoaded epic(EpicId epic);

    /// How the place can be opened elsewhere; at least one way, or a refusal.
    List<Choice> ways(Loan.Place place);

    /// Has the agent answer one short prompt; takes as long as that does.
    Trial test(AgentName agent);

    /// Opens the link on the person's desktop.
    ///
    /// @return what is said of it
    String browse(String link);

    /// Makes ready what the terminal is lent to; for an agent's session, holds its task.
    Session open(Loan loan);

    /// Waits until an act that could be taken back was carried out, or was taken back. Where nobody consumes, it is
    /// carried out here.
    ///
    /// @return what became of it; empty if it was taken back
    Optional<String> outcome(long request);

    /// Prepares the end of this screen.
    ///
    /// @param leaving what is to become of running agents
    /// @param acts    what could still be taken back, and is carried out now
    void leave(Leaving leaving, List<Long> acts);

    /// Gives back what it holds.
    @Override
    void close();

    /// Another program on the terminal.
    @FunctionalInterface
    interface Session {
        /// Runs it to its end, then gives back what was held for it. The terminal is in its usual modes, and nobody
        /// else reads it.
        ///
        /// @return what came of it
        Message run();
    }

    /// An output that is followed. Its lines are numbered from 0, beginning with the first that was handed over; what
    /// stands before it in the run's files has numbers below.
    interface Following extends Subscription {
        /// Reads lines again, also those that nobody has in memory.
        ///
        /// @param from the number of the first; the first line of all if there is none so low
        OutputPage page(long from, int count);

        /// Looks for the words in all lines, in whatever case.
        OutputMatches search(String words);
    }

    /// Ends what a method of this interface began.
    @FunctionalInterface
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
