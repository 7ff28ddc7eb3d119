package dev.fuel.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What may stand behind a command's name: the source of parsing, help and completion.
///
/// @param parameters the words that are no options, in their order
record Syntax(List<Option> options, List<Parameter> parameters) {
    static final Syntax NONE = new Syntax(List.of(), List.of());

    /// Understood by every command, before or after its name.
    static final Syntax COMMON = NONE.value("--project", "DIR", "the project's folder instead of the nearest parent's")
            .value("--color", "WHEN", "auto, always or never")
            .flag("-h", "--help", "this help");

    /// @param letter the short form, `-d`; null if there is none
    /// @param value  what stands for its value in the help; null for a flag
    /// @param many   it may be given several times
    record Option(
            @Nullable String letter, String name, @Nullable String value, boolean many, String description) {
        boolean isNamed(String word) {
            return name.equals(word) || word.equals(letter);
        }
    }

    /// @param least how many words it takes at least
    record Parameter(String name, int least, int most) {
        static final int ANY = Integer.MAX_VALUE;
    }

    Syntax {
        options = List.copyOf(options);
        parameters = List.copyOf(parameters);
    }

    Syntax flag(String name, String description) {
        return with(new Option(null, name, null, false, description));
    }

    Syntax flag(String letter, String name, String description) {
        return with(new Option(letter, name, null, false, description));
    }

    Syntax value(String name, String value, String description) {
        return with(new Option(null, name, value, false, description));
    }

    Syntax value(String letter, String name, String value, String description) {
        return with(new Option(letter, name, value, false, description));
    }

    /// An option that may be given several times.
    Syntax values(@Nullable String letter, String name, String value, String description) {
        return with(new Option(letter, name, value, true, description));
    }

    /// The option that every reading command has.
    Syntax json() {
        return flag("--json", "one JSON object instead of text");
    }

    Syntax required(String parameter) {
        return with(new Parameter(parameter, 1, 1));
    }

    Syntax optional(String parameter) {
        return with(new Parameter(parameter, 0, 1));
    }

    Syntax oneOrMore(String parameter) {
        return with(new Parameter(parameter, 1, Parameter.ANY));
    }

    Syntax anyNumber(String parameter) {
        return with(new Parameter(parameter, 0, Parameter.ANY));
    }

    Syntax and(Syntax other) {
        var both = new ArrayList<>(options);
        both.addAll(other.options);
        return new Syntax(both, parameters);
    }

    Optional<Option> find(String word) {
        return options.stream().filter(option -> option.isNamed(word)).findFirst();
    }

    int least() {
        return parameters.stream().mapToInt(Parameter::least).sum();
    }

    long most() {
        return parameters.stream().mapToLong(Parameter::most).sum();
    }

    /// The first line of the help: `fuel done ID… [--reason TEXT]` without the options' names.
    String usage(String command) {
        var usage = new StringBuilder("fuel ").append(command);
        for (Parameter parameter : parameters) {
            String name = parameter.name() + (parameter.most() > 1 ? "…" : "");
            usage.append(' ').append(parameter.least() == 0 ? "[" + name + "]" : name);
        }
        return options.isEmpty() ? usage.toString() : usage + " [options]";
    }

    private Syntax with(Option option) {
        var more = new ArrayList<>(options);
        more.add(option);
        return new Syntax(more, parameters);
    }

    private Syntax with(Parameter parameter) {
        var more = new ArrayList<>(parameters);
        more.add(parameter);
        return new Syntax(options, more);
    }
}
