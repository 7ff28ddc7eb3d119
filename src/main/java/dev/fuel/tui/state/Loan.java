package dev.fuel.tui.state;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.RunId;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What the terminal is lent to for a while, besides an agent's session.
public sealed interface Loan {
    /// The beginning of a sentence, as it goes on after "cannot".
    String words();

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

    /// One way to open a place.
    record Way(String key, String words, Loan loan) {}
}
