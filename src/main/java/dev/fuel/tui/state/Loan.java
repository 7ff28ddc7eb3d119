package dev.fuel.tui.state;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the terminal is lent to for a while. What the other program does is its own; when it has ended, one line says
/// what came of it.
public sealed interface Loan extends Asked {
    @Override
    default Stream<String> about() {
        return switch (this) {
            case Attach attach -> Stream.of(attach.task().value());
            case Plan plan -> Stream.of(plan.epic().value());
            case LogIn login -> Stream.of(login.agent().value());
            case Edit _, Compose _, Configure _, Shell _ -> Stream.empty();
        };
    }

    /// The agent's own session on the task, which is held meanwhile.
    record Attach(TaskId task) implements Loan {
        @Override
        public String words() {
            return "attach to " + task;
        }
    }

    /// The proposing of the epic's tasks, with questions to the person.
    record Plan(EpicId epic) implements Loan {
        @Override
        public String words() {
            return "plan " + epic;
        }
    }

    /// A person's editor.
    ///
    /// @param folder where it starts
    /// @param line   in the file; 0 for none
    record Edit(Path file, int line, Path folder) implements Loan {
        @Override
        public String words() {
            return "open %s in the editor".formatted(file);
        }
    }

    /// A person's editor with the text that they are writing on the screen.
    record Compose(String text) implements Loan {
        @Override
        public String words() {
            return "open the text in the editor";
        }
    }

    /// A person's editor with Fuel's configuration.
    ///
    /// @param line 0 for none
    record Configure(int line) implements Loan {
        @Override
        public String words() {
            return "open the configuration in the editor";
        }
    }

    /// A person's shell.
    record Shell(Path folder) implements Loan {
        @Override
        public String words() {
            return "open a shell in " + folder;
        }
    }

    /// The login of an agent's program.
    record LogIn(AgentName agent) implements Loan {
        @Override
        public String words() {
            return "log in " + agent;
        }
    }

    /// What a person looks at when they want to see it elsewhere.
    ///
    /// @param about a task or an epic
    /// @param file  of the difference in view; empty if none is
    /// @param line  of that file; 0 for none
    record Place(@Nullable Identifier about, @Nullable RunId run, String file, int line) {}
}
