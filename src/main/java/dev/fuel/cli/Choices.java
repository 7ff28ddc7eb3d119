package dev.fuel.cli;

import dev.fuel.app.Project;
import dev.fuel.domain.Nearest;
import dev.fuel.domain.Word;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskStatus;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Options whose value is one of few words: what is not among them is refused with the allowed ones and the nearest.
final class Choices {
    private Choices() {}

    /// @throws UsageException if it is none of the words
    static <E extends Enum<E> & Word> E word(String what, Class<E> type, String text) {
        return Word.find(type, text).orElseThrow(() -> {
            List<String> words =
                    Arrays.stream(type.getEnumConstants()).map(Word::word).toList();
            return unknown(what, text, words);
        });
    }

    static <E extends Enum<E> & Word> Optional<E> word(Arguments arguments, String option, Class<E> type) {
        return arguments.value(option).map(text -> word(option.substring(2), type, text));
    }

    /// `1` or, as the screens write it, `P1`.
    static Optional<Priority> priority(Arguments arguments) {
        return arguments.value("--priority").map(text -> {
            if (!text.matches("[Pp]?[0-4]")) {
                throw new UsageException(
                        "priority must be 0 (most urgent) to 4 (least), not \"%s\"".formatted(Printable.fit(text, 40)));
            }
            return new Priority(text.charAt(text.length() - 1) - '0');
        });
    }

    /// Words that are given several times or joined by commas.
    static List<String> many(Arguments arguments, String option) {
        return arguments.values(option).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    static SortedSet<String> labels(Arguments arguments, String option) {
        return new TreeSet<>(many(arguments, option));
    }

    /// Empty if the option is not given: then the command has its own idea.
    static Optional<Set<TaskStatus>> statuses(Arguments arguments) {
        List<String> given = many(arguments, "--status");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (given.contains("all")) {
            return Optional.of(EnumSet.allOf(TaskStatus.class));
        }
        Set<TaskStatus> statuses = EnumSet.noneOf(TaskStatus.class);
        given.forEach(text -> statuses.add(word("status", TaskStatus.class, text)));
        return Optional.of(statuses);
    }

    /// An agent of the configuration, which is read only for this.
    static Optional<AgentName> agent(Arguments arguments, Project project) {
        return arguments
                .value("--agent")
                .map(text -> agent(text, project.config().agents().keySet()));
    }

    /// One of the agents known.
    static AgentName agent(String text, Collection<AgentName> known) {
        return known.stream()
                .filter(name -> name.value().equals(text))
                .findFirst()
                .orElseThrow(() -> known.isEmpty()
                        ? new UsageException(
                                "unknown agent \"%s\": .fuel/config.yaml names none".formatted(Printable.fit(text, 40)))
                        : unknown(
                                "agent",
                                text,
                                known.stream().map(AgentName::value).toList()));
    }

    private static UsageException unknown(String what, String text, List<String> words) {
        String hint =
                Nearest.to(text, words).map(" (did you mean %s?)"::formatted).orElse("");
        return new UsageException("unknown %s \"%s\"%s: one of %s"
                .formatted(what, Printable.fit(text, 40), hint, String.join(", ", words)));
    }
}
