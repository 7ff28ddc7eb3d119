package dev.fuel.config;

import dev.fuel.domain.Word;
import dev.fuel.domain.agent.AgentName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One map of the file. Each getter takes a key, notes the effective value and where it stands, reports what is wrong
/// with it and then answers with the default, so that one reading finds every problem. {@link #end} reports the keys
/// that nobody asked for.
final class Section {
    private final String path;
    private final Findings findings;
    private final Map<String, YamlNode.Field> fields = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    Section(String path, @Nullable YamlNode node, Findings findings) {
        this.path = path;
        this.findings = findings;
        switch (node) {
            case null -> {}
            case YamlNode.Fields map -> map.fields().forEach(this::add);
            case YamlNode.Scalar scalar when scalar.isNothing() -> {}
            case YamlNode.Scalar other -> mustBe(nameOf(), "a map", other);
            case YamlNode.Items other -> mustBe(nameOf(), "a map", other);
        }
    }

    private void add(YamlNode.Field field) {
        String key = field.key().text();
        YamlNode.Field first = fields.putIfAbsent(key, field);
        if (first != null) {
            findings.problem(
                    field.key().at(),
                    "the key \"%s\" stands here again: it is in line %d already"
                            .formatted(key, first.key().at().line()));
        }
    }

    /// The keys in the order of the file, for maps with free names.
    Set<String> keys() {
        return fields.keySet();
    }

    Position keyPosition(String key) {
        YamlNode.Field field = fields.get(key);
        return field == null ? Position.START : field.key().at();
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /// The value, or null where the file says nothing.
    @Nullable
    YamlNode take(String key) {
        asked.add(key);
        YamlNode.Field field = fields.get(key);
        if (field == null || (field.value() instanceof YamlNode.Scalar scalar && scalar.isNothing())) {
            return null;
        }
        return field.value();
    }

    Section section(String key) {
        return new Section(path(key), take(key), findings);
    }

    @Nullable
    String text(String key) {
        return optional(key, "a text", Optional::of, value -> value);
    }

    String text(String key, String fallback) {
        return scalar(key, "a text", Optional::of, fallback, value -> value);
    }

    int count(String key, int fallback) {
        return scalar(key, "a whole number, 1 or more", Values::count, fallback, String::valueOf);
    }

    double number(String key, double fallback) {
        return scalar(key, "a number above 0", Values::positive, fallback, Values::shown);
    }

    @Nullable
    Double dollars(String key) {
        return optional(key, "an amount of US dollars above 0", Values::positive, Values::shown);
    }

    Duration duration(String key, Duration fallback) {
        return scalar(
                key,
                DurationText.EXAMPLES,
                text -> DurationText.parse(text).filter(Duration::isPositive),
                fallback,
                DurationText::format);
    }

    boolean flag(String key, boolean fallback) {
        return scalar(key, "true or false", Values::flag, fallback, String::valueOf);
    }

    <E extends Enum<E> & Word> E word(String key, Class<E> type, E fallback) {
        List<String> words =
                Arrays.stream(type.getEnumConstants()).map(Word::word).toList();
        if (take(key) instanceof YamlNode.Scalar scalar
                && Word.find(type, scalar.text()).isEmpty()) {
            findings.unknown(scalar.at(), "value of " + path(key), scalar.text(), words);
            return fallback;
        }
        return scalar(key, "one of " + String.join(", ", words), text -> Word.find(type, text), fallback, Word::word);
    }

    @Nullable
    AgentName agent(String key) {
        AgentName name = optional(key, "an agent's name", Values::agentName, AgentName::value);
        YamlNode node = take(key);
        if (name != null && node != null) {
            findings.refersTo(name.value(), node.at());
        }
        return name;
    }

    List<AgentName> agents(String key) {
        var names = new ArrayList<AgentName>();
        for (YamlNode.Scalar scalar : scalars(key, "a list of agents' names")) {
            Optional<AgentName> name = Values.agentName(scalar.text());
            if (name.isPresent()) {
                names.add(name.get());
                findings.refersTo(scalar.text(), scalar.at());
            } else {
                mustBe(path(key), "a list of agents' names", scalar);
            }
        }
        return names;
    }

    List<String> texts(String key) {
        return scalars(key, "a list of texts").stream()
                .map(YamlNode.Scalar::text)
                .toList();
    }

    /// Reports every key that no getter has asked for.
    void end() {
        fields.forEach((key, field) -> {
            if (!asked.contains(key)) {
                findings.unknown(field.key().at(), path.isEmpty() ? "key" : "key of " + path, key, asked);
            }
        });
    }

    private <T> T scalar(
            String key, String form, Function<String, Optional<T>> parse, T fallback, Function<T, String> show) {
        T value = value(key, form, parse, show, show.apply(fallback));
        return value == null ? fallback : value;
    }

    private <T> @Nullable T optional(
            String key, String form, Function<String, Optional<T>> parse, Function<T, String> show) {
        return value(key, form, parse, show, "");
    }

    private <T> @Nullable T value(
            String key, String form, Function<String, Optional<T>> parse, Function<T, String> show, String fallback) {
        YamlNode node = take(key);
        if (node == null) {
            findings.setting(path(key), fallback, null);
            return null;
        }
        Optional<T> value = node instanceof YamlNode.Scalar scalar ? parse.apply(scalar.text()) : Optional.empty();
        value.ifPresentOrElse(
                found -> findings.setting(path(key), show.apply(found), node.at()),
                () -> mustBe(path(key), form, node));
        return value.orElse(null);
    }

    private List<YamlNode.Scalar> scalars(String key, String form) {
        YamlNode node = take(key);
        var found = new ArrayList<YamlNode.Scalar>();
        switch (node) {
            case null -> {}
            case YamlNode.Items items ->
                items.nodes().forEach(item -> {
                    if (item instanceof YamlNode.Scalar scalar) {
                        found.add(scalar);
                    } else {
                        mustBe(path(key), form, item);
                    }
                });
            case YamlNode.Scalar other -> mustBe(path(key), form, other);
            case YamlNode.Fields other -> mustBe(path(key), form, other);
        }
        List<String> shown = found.stream().map(YamlNode.Scalar::text).toList();
        findings.setting(path(key), shown.toString(), node == null ? null : node.at());
        return found;
    }

    private void mustBe(String name, String form, YamlNode found) {
        findings.problem(found.at(), "%s must be %s, not %s".formatted(name, form, found.kind()));
    }

    private String nameOf() {
        return path.isEmpty() ? "the configuration" : path;
    }
}
