package dev.fuel.config;

import dev.fuel.domain.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one reading finds on its way: problems, effective values, and names of agents to be looked up at the end,
/// when all agents are known. Used by one thread.
final class Findings {
    private final String file;
    private final List<ConfigProblem> problems = new ArrayList<>();
    private final List<Setting> settings = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();

    private record Reference(String name, Position at) {}

    Findings(String file) {
        this.file = file;
    }

    void problem(Position at, String message) {
        problem(at, message, null);
    }

    void problem(Position at, String message, @Nullable String suggestion) {
        problems.add(new ConfigProblem(file, at, message, suggestion));
    }

    /// A word that is none of the right ones.
    void unknown(Position at, String what, String wrong, Collection<String> right) {
        String suggestion = Nearest.to(wrong, right).orElse(null);
        String choice = suggestion != null ? "" : right.isEmpty() ? ": there are none" : ": one of " + joined(right);
        problem(at, "unknown %s \"%s\"%s".formatted(what, wrong, choice), suggestion);
    }

    void setting(String path, String value, @Nullable Position at) {
        settings.add(new Setting(path, value, at));
    }

    void refersTo(String agent, Position at) {
        references.add(new Reference(agent, at));
    }

    void checkReferences(Collection<String> agents) {
        for (Reference reference : references) {
            if (!agents.contains(reference.name())) {
                unknown(reference.at(), "agent", reference.name(), agents);
            }
        }
    }

    List<Setting> settings() {
        return settings;
    }

    List<ConfigProblem> problems() {
        return problems.stream().sorted(Comparator.comparing(ConfigProblem::at)).toList();
    }

    private static String joined(Collection<String> names) {
        return String.join(", ", names);
    }
}
