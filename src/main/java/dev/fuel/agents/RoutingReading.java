package dev.fuel.agents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Finds in what the primary has said last who should do which task.
///
/// The form, as the prompt gives it: `{"choices":[{"task":"f-…","agent":"…","reason":"…"}]}`. The reason may be
/// missing.
public final class RoutingReading {
    private static final int MOST_CHOICES = 100;
    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_NAME = 100;

    private RoutingReading() {}

    /// As it was said; neither of the names need exist.
    public record Named(String task, String agent, String reason) {}

    /// @return empty if there is no such object
    public static Optional<List<Named>> in(@Nullable String finalText) {
        return ObjectSearch.last(finalText, "choices", RoutingReading::choices);
    }

    private static @Nullable List<Named> choices(JsonNode object) {
        JsonNode listed = object.path("choices");
        if (!listed.isArray() || listed.isEmpty() || listed.size() > MOST_CHOICES) {
            return null;
        }
        List<Named> choices = new ArrayList<>();
        for (JsonNode node : listed) {
            Named choice = new Named(
                    ObjectSearch.text(node, "task", LONGEST_NAME),
                    ObjectSearch.text(node, "agent", LONGEST_NAME),
                    ObjectSearch.text(node, "reason", LONGEST_REASON).replaceAll("\\s+", " "));
            if (choice.task().isEmpty() || choice.agent().isEmpty()) {
                return null;
            }
            choices.add(choice);
        }
        return choices;
    }

    /// The same form as a JSON schema, for programs that can be held to one.
    public static String schema(Collection<String> tasks, Collection<String> agents) {
        ObjectNode choice = Schemas.object("task", "agent", "reason");
        Schemas.oneOf(choice, "task", tasks);
        Schemas.oneOf(choice, "agent", agents);
        Schemas.text(choice, "reason");
        ObjectNode answer = Schemas.object("choices");
        Schemas.list(answer, "choices", choice);
        return JsonMapper.shared().writeValueAsString(answer);
    }
}
