package dev.fuel.mcp;

import dev.fuel.domain.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A tool as data: the command that it gives, and what of its arguments becomes which word.
///
/// @param name     as the protocol's clients see it
/// @param words    the command and what is always said
/// @param readOnly whether it changes nothing
record Tool(String name, String description, List<String> words, boolean readOnly, List<Parameter> parameters) {
    Tool {
        words = List.copyOf(words);
        parameters = List.copyOf(parameters);
    }

    enum Kind {
        TEXT("string"),
        NUMBER("integer"),
        TEXTS("array");

        private final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    /// @param option   the option that takes the value; null for a word of its own
    /// @param fallback what is said where the argument is not given; null says nothing
    record Parameter(
            String name,
            Kind kind,
            boolean required,
            @Nullable String option,
            @Nullable String fallback,
            String description) {
        static Parameter word(String name, String description) {
            return new Parameter(name, Kind.TEXT, true, null, null, description);
        }

        static Parameter option(String name, Kind kind, String option, String description) {
            return new Parameter(name, kind, false, option, null, description);
        }
    }

    /// What the protocol's clients are told of the arguments, as JSON Schema.
    Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("type", parameter.kind().type);
            property.put("description", parameter.description());
            if (parameter.kind() == Kind.TEXTS) {
                property.put("items", Map.of("type", Kind.TEXT.type));
            }
            properties.put(parameter.name(), property);
        }
        List<String> required = parameters.stream()
                .filter(Parameter::required)
                .map(Parameter::name)
                .toList();
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    /// The command line. Values are attached to their options, and words of their own stand behind `--`, so that no
    /// value is taken for an option.
    ///
    /// @throws Refusal if an argument is missing, unknown or of the wrong type
    List<String> commandLine(Map<String, Object> arguments) {
        refuseUnknown(arguments);
        List<String> line = new ArrayList<>(words);
        line.add("--json");
        List<String> own = new ArrayList<>();
        for (Parameter parameter : parameters) {
            for (String value : values(parameter, arguments.get(parameter.name()))) {
                if (parameter.option() == null) {
                    own.add(value);
                } else {
                    line.add(parameter.option() + "=" + value);
                }
            }
        }
        line.add("--");
        line.addAll(own);
        return line;
    }

    private void refuseUnknown(Map<String, Object> arguments) {
        List<String> known = parameters.stream().map(Parameter::name).toList();
        arguments.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Refusal(
                            "usage",
                            "%s has no argument \"%s\": it takes %s".formatted(name(), name, String.join(", ", known)));
                });
    }

    private List<String> values(Parameter parameter, @Nullable Object given) {
        if (given == null) {
            if (parameter.required()) {
                throw new Refusal("usage", "%s needs the argument \"%s\"".formatted(name, parameter.name()));
            }
            return parameter.fallback() == null ? List.of() : List.of(parameter.fallback());
        }
        return switch (parameter.kind()) {
            case TEXT -> List.of(text(parameter, given));
            case NUMBER -> {
                if (given instanceof Integer || given instanceof Long) {
                    yield List.of(given.toString());
                }
                throw wrong(parameter, "a whole number");
            }
            case TEXTS -> {
                if (given instanceof Collection<?> several) {
                    yield several.stream().map(each -> text(parameter, each)).toList();
                }
                throw wrong(parameter, "a list of texts");
            }
        };
    }

    private String text(Parameter parameter, @Nullable Object given) {
        if (given instanceof String text) {
            return text;
        }
        throw wrong(parameter, "a text");
    }

    private Refusal wrong(Parameter parameter, String type) {
        return new Refusal("usage", "the argument \"%s\" of %s must be %s".formatted(parameter.name(), name, type));
    }
}
