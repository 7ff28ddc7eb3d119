package dev.fuel.cli;

import java.util.ArrayList;
import java.util.List;

/// The overview and the help of one command, both from the same tables that parsing uses.
final class Help {
    private static final int INDENT = 2;

    private Help() {}

    static void printOverview(Output output) {
        output.line(Role.BOLD.of("fuel"), Span.of(" turns a queue of tasks into reviewed, merged work."));
        output.line("");
        output.line("  fuel            the board, paused");
        output.line("  fuel COMMAND    one of the commands below; fuel COMMAND --help says more");
        int width = Commands.names().stream().mapToInt(String::length).max().orElse(0);
        for (Group group : Group.values()) {
            List<Commands.Entry> entries = Commands.ALL.stream()
                    .filter(entry -> entry.group() == group)
                    .toList();
            if (!entries.isEmpty()) {
                output.line("");
                output.line(Role.BOLD.of(group.title()));
                entries.forEach(entry -> described(output, Role.LINK, entry.name(), width, entry.summary()));
            }
        }
        output.line("");
        options(
                output,
                "Everywhere",
                Syntax.COMMON.flag("-V", "--version", "the version").options());
        output.line("");
        output.line("Exit codes: 0 done, 1 refused or not found, 2 wrong usage, 3 not initialised,");
        output.line("4 database or configuration unusable, 70 defect in Fuel, 130 interrupted.");
    }

    static void print(Output output, Commands.Entry entry, Syntax syntax) {
        output.line(Role.BOLD.of(syntax.usage(entry.name())));
        output.line("");
        wrapped(output, entry.summary());
        if (!syntax.options().isEmpty()) {
            output.line("");
            options(output, "Options", syntax.options());
        }
        output.line("");
        options(output, "Everywhere", Syntax.COMMON.options());
    }

    private static void options(Output output, String title, List<Syntax.Option> options) {
        output.line(Role.BOLD.of(title));
        int width = options.stream()
                .mapToInt(option -> names(option).length())
                .max()
                .orElse(0);
        options.forEach(option -> described(output, Role.LINK, names(option), width, option.description()));
    }

    private static String names(Syntax.Option option) {
        String letter = option.letter() == null ? "" : option.letter() + ", ";
        String value = option.value() == null ? "" : " " + option.value();
        return letter + option.name() + value;
    }

    private static void described(Output output, Role role, String name, int width, String description) {
        String before = " ".repeat(INDENT);
        String gap = " ".repeat(width - name.length() + INDENT);
        List<String> lines = wrap(description, output.width() - width - 2 * INDENT);
        output.line(Span.of(before), role.of(name), Span.of(gap + lines.getFirst()));
        String below = " ".repeat(width + 2 * INDENT);
        lines.stream().skip(1).forEach(line -> output.line(Span.of(below + line)));
    }

    private static void wrapped(Output output, String text) {
        wrap(text, output.width()).forEach(output::line);
    }

    private static List<String> wrap(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
