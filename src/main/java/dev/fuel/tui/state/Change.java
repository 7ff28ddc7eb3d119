package dev.fuel.tui.state;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.inbox.InboxAction;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a person changes about the project. It is committed before it is said to be made ({@link Made}); what takes it
/// back, if anything does, is another change.
public sealed interface Change extends Asked {
    @Override
    default Stream<String> about() {
        return switch (this) {
            case Decide decide -> Stream.of(decide.item().value());
            case Hold hold -> Stream.of(hold.target().value());
            case ToggleHold hold -> Stream.of(hold.target().value());
            case StartNow start -> Stream.of(start.task().value());
            case Prioritise prioritise -> Stream.of(prioritise.task().value());
            case Edit edit -> Stream.of(edit.task().value());
            case Cancel cancel -> Stream.of(cancel.task().value());
            case Reopen reopen -> Stream.of(reopen.task().value());
            case Retry retry -> Stream.of(retry.task().value());
            case Finish finish -> Stream.of(finish.task().value());
            case TakeOver taken -> Stream.of(taken.task().value());
            case Defer defer -> Stream.of(defer.task().value());
            case PauseAgent pause -> Stream.of(pause.agent().value());
            case ResetAgent reset -> Stream.of(reset.agent().value());
            case Message message -> Stream.of(message.task().value());
            case Snooze snooze -> Stream.of(snooze.item().value());
            case TakeBack back -> back.act().about();
            case Together together -> together.changes().stream().flatMap(Change::about);
            case StopRun stop -> Stream.of(stop.run().value());
            case SetPaused _, AddTask _, AddEpic _ -> Stream.empty();
            case EditEpic edit -> Stream.of(edit.epic().value());
        };
    }

    /// Whether all work is paused. Where nobody consumes, work starts by taking the consumer's place.
    record SetPaused(boolean paused) implements Change {
        @Override
        public String words() {
            return paused ? "pause all work" : "start work";
        }
    }

    record AddTask(NewTask task) implements Change {
        @Override
        public String words() {
            return "add the task";
        }
    }

    record StopRun(RunId run) implements Change {
        @Override
        public String words() {
            return "stop " + run;
        }
    }

    /// Does something about an inbox item.
    ///
    /// @param text what the action needs: an answer, a reason, an agent's name
    record Decide(
            InboxId item, InboxAction action, @Nullable String text) implements Change {
        Decide saying(String words) {
            return new Decide(item, action, words.isBlank() ? null : words);
        }

        @Override
        public String words() {
            return "%s %s".formatted(action.word().replace('_', ' '), item);
        }
    }

    /// @param target a task or an epic
    /// @param held   whether nothing may start on it
    record Hold(Identifier target, boolean held) implements Change {
        @Override
        public String words() {
            return (held ? "pause " : "unpause ") + target.value();
        }
    }

    /// Pauses the task or epic if it is not, else lets it go on.
    record ToggleHold(Identifier target) implements Change {
        @Override
        public String words() {
            return "pause or unpause " + target.value();
        }
    }

    record StartNow(TaskId task) implements Change {
        @Override
        public String words() {
            return "start " + task;
        }
    }

    record Prioritise(TaskId task, Priority priority) implements Change {
        @Override
        public String words() {
            return "make %s %s".formatted(task, priority);
        }
    }

    /// @param draft all that a form shows of a task
    record Edit(TaskId task, NewTask draft) implements Change {
        @Override
        public String words() {
            return "change " + task;
        }
    }

    record Cancel(TaskId task) implements Change {
        @Override
        public String words() {
            return "cancel " + task;
        }
    }

    record Reopen(TaskId task) implements Change {
        @Override
        public String words() {
            return "reopen " + task;
        }
    }

    /// @param agent another agent for it; null leaves that as it is
    record Retry(TaskId task, @Nullable AgentName agent) implements Change {
        @Override
        public String words() {
            return "retry " + task + (agent == null ? "" : " with " + agent);
        }
    }

    /// A person has done it.
    record Finish(TaskId task) implements Change {
        @Override
        public String words() {
            return "close " + task;
        }
    }

    /// A person does it themselves.
    record TakeOver(TaskId task) implements Change {
        @Override
        public String words() {
            return "take over " + task;
        }
    }

    /// Back into the backlog.
    record Defer(TaskId task) implements Change {
        @Override
        public String words() {
            return "defer " + task;
        }
    }

    record PauseAgent(AgentName agent, boolean paused) implements Change {
        @Override
        public String words() {
            return (paused ? "pause " : "unpause ") + agent;
        }
    }

    record ResetAgent(AgentName agent) implements Change {
        @Override
        public String words() {
            return "reset " + agent;
        }
    }

    /// Tells the task's agent something.
    record Message(TaskId task, String text) implements Change {
        @Override
        public String words() {
            return "send a message to " + task;
        }
    }

    /// Puts an item off.
    ///
    /// @param when as people say it, or {@link #NOW}
    record Snooze(InboxId item, String when) implements Change {
        /// Takes it up again.
        public static final String NOW = "off";

        /// Whether it is taken up again.
        public boolean isEnd() {
            return when.equals(NOW);
        }

        @Override
        public String words() {
            return isEnd() ? "take up " + item : "snooze " + item;
        }
    }

    /// Takes back what is not carried out yet.
    ///
    /// @param act what it was
    record TakeBack(long request, Change act) implements Change {
        @Override
        public String words() {
            return "take back: " + act.words();
        }
    }

    /// Several changes that one key asks for. What is refused does not keep the others from being made.
    record Together(List<Change> changes) implements Change {
        public Together {
            changes = List.copyOf(changes);
        }

        @Override
        public String words() {
            return "%s and %d more".formatted(changes.getFirst().words(), changes.size() - 1);
        }
    }

    /// A new epic.
    record AddEpic(String title, String description) implements Change {
        @Override
        public String words() {
            return "add the epic";
        }
    }

    record EditEpic(EpicId epic, String title, String description) implements Change {
        @Override
        public String words() {
            return "change " + epic;
        }
    }
}
