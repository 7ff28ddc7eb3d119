package dev.fuel.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What a command prints. Text is for people, JSON for programs; a command prints one or the other.
public final class Output {
    private static final int DEFAULT_WIDTH = 80;

    private final PrintStream out;
    private final boolean terminal;
    private final boolean color;
    private final boolean json;
    private final boolean utf8;
    private final int width;

    /// @param when `--color`: auto, always or never
    Output(Surroundings surroundings, String when, boolean json) {
        this.out = surroundings.out();
        this.terminal = surroundings.output();
        this.color = isColored(when, surroundings);
        this.json = json;
        this.utf8 = isUtf8(surroundings);
        this.width = surroundings
                .variable("COLUMNS")
                .filter(text -> text.matches("\\d{2,4}"))
                .map(Integer::valueOf)
                .orElse(DEFAULT_WIDTH);
    }

    static boolean isColored(String when, Surroundings surroundings) {
        return switch (when) {
            case "always" -> true;
            case "never" -> false;
            case "auto" ->
                surroundings.output()
                        && surroundings.variable("NO_COLOR").isEmpty()
                        && !surroundings.variable("TERM").equals(Optional.of("dumb"));
            default -> throw new UsageException("--color must be auto, always or never, not \"%s\"".formatted(when));
        };
    }

    /// Whether the command was asked for JSON.
    public boolean isJson() {
        return json;
    }

    public boolean isTerminal() {
        return terminal;
    }

    /// What a warning begins with: a sign that the locale's character set has.
    String warning() {
        return utf8 ? "⚠ " : "! ";
    }

    private static boolean isUtf8(Surroundings surroundings) {
        return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .flatMap(name -> surroundings.variable(name).stream())
                .findFirst()
                .map(locale -> locale.toUpperCase(Locale.ROOT).replace("-", ""))
                .filter(locale -> locale.contains("UTF8"))
                .isPresent();
    }

    /// In cells.
    public int width() {
        return width;
    }

    public void line(Span... spans) {
        var line = new StringBuilder();
        for (Span span : spans) {
            line.append(span.render(color));
        }
        out.println(line.toString().stripTrailing());
    }

    public void line(String text) {
        out.println(Printable.line(text));
    }

    /// Several lines, made harmless but otherwise as they are.
    public void block(String text) {
        out.println(Printable.block(text.stripTrailing()));
    }

    public void table(Table table) {
        table.print(this);
    }

    /// One object, `schema_version` first.
    public void json(Consumer<Json> content) {
        Json.write(out, content);
    }

    /// Sends off what has been printed so far, for those who follow.
    public void flush() {
        out.flush();
    }

    /// Bytes as they are, for files and streams that a program reads.
    public void raw(String text) {
        out.print(text);
        out.flush();
    }
}
