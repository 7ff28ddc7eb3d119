package dev.fuel.config;

import dev.fuel.domain.plan.ProposedPlan;
import dev.fuel.domain.plan.ProposedTask;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes a plan as the YAML that a person edits, and {@link PlanReader} reads.
public final class PlanWriter {
    private PlanWriter() {}

    /// @param heading what stands above it, as comments
    public static String write(ProposedPlan plan, String heading) {
        StringBuilder text = new StringBuilder();
        heading.lines()
                .forEach(line -> text.append(("# " + line).stripTrailing()).append('\n'));
        text.append("tasks:\n");
        plan.tasks().forEach(task -> write(text, task));
        return text.toString();
    }

    private static void write(StringBuilder text, ProposedTask task) {
        text.append("  - key: ").append(quoted(task.key())).append('\n');
        text.append("    title: ").append(quoted(task.title())).append('\n');
        text.append("    type: ").append(task.type().word()).append('\n');
        text.append("    complexity: ").append(task.complexity().word()).append('\n');
        text.append("    priority: ").append(task.priority().value()).append('\n');
        text.append("    blocked_by: ")
                .append(task.blockedBy().stream().map(PlanWriter::quoted).collect(Collectors.joining(", ", "[", "]")))
                .append('\n');
        if (isPlain(task.description())) {
            text.append("    description: |2-\n");
            task.description()
                    .lines()
                    .forEach(line ->
                            text.append(line.isEmpty() ? "" : "      " + line).append('\n'));
        } else {
            text.append("    description: ").append(quoted(task.description())).append('\n');
        }
    }

    /// Whether it can stand there line by line: no other line ends, tabs or control characters, no blanks at its ends.
    private static boolean isPlain(String text) {
        return !text.isBlank()
                && text.equals(text.strip())
                && text.chars()
                        .allMatch(letter -> letter == '\n'
                                || (letter >= ' ' && letter < '\u007f')
                                || (letter >= '\u00a0' && letter < '\u2000')
                                || (letter > '\u2030' && letter < '\ud800'));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(letter -> {
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').append((char) letter);
            } else if (letter == '\n') {
                quoted.append("\\n");
            } else if (letter < ' '
                    || (letter >= '\u007f' && letter < '\u00a0')
                    || (letter >= '\u2000' && letter <= '\u2030')
                    || letter == '\ufeff') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", letter));
            } else {
                quoted.append((char) letter);
            }
        });
        return quoted.append('"').toString();
    }
}
