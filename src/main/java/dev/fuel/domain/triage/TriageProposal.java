package dev.fuel.domain.triage;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.TaskType;
import java.util.List;
import java.util.stream.Collectors;

/// What the primary proposes for a task that has used up its attempts.
public sealed interface TriageProposal {
    TriageKind kind();

    /// Why, in its words.
    String reason();

    /// What it is, in one line for a person.
    String sentence();

    /// Let that agent try, with a fresh budget.
    record Retry(AgentName agent, String reason) implements TriageProposal {
        @Override
        public TriageKind kind() {
            return TriageKind.RETRY;
        }

        @Override
        public String sentence() {
            return "let %s try".formatted(agent);
        }
    }

    /// Give it up for these, which take its place before those that wait for it.
    record Split(List<Part> parts, String reason) implements TriageProposal {
        public Split {
            parts = List.copyOf(parts);
        }

        @Override
        public TriageKind kind() {
            return TriageKind.SPLIT;
        }

        @Override
        public String sentence() {
            return parts.stream()
                    .map(Part::title)
                    .collect(Collectors.joining("; ", "split it into %d tasks: ".formatted(parts.size()), ""));
        }
    }

    /// @param after the numbers, from 0, of the parts before it that it waits for
    record Part(String title, String description, TaskType type, Complexity complexity, List<Integer> after) {
        public Part {
            after = List.copyOf(after);
        }
    }

    /// Ask a person this; the answer goes into the next prompt.
    record Ask(String question, String reason) implements TriageProposal {
        @Override
        public TriageKind kind() {
            return TriageKind.ASK;
        }

        @Override
        public String sentence() {
            return "you should say: " + question;
        }
    }
}
