package dev.fuel.store;

import dev.fuel.domain.BacklogItem;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.Word;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One line of the backlog, kept as the text that it was read as.
sealed interface BacklogLine {
    String text();

    default boolean isOf(String id) {
        return false;
    }

    record Item(String text, BacklogItem item) implements BacklogLine {
        @Override
        public boolean isOf(String id) {
            return item.id().equals(id);
        }
    }

    /// @param problem the line's number and what is wrong with it
    record Broken(String text, String problem) implements BacklogLine {}

    record Blank(String text) implements BacklogLine {}

    static BacklogLine parse(int number, String text) {
        if (text.isBlank()) {
            return new Blank(text);
        }
        try {
            JsonNode node = Json.MAPPER.readTree(text);
            return node.isObject()
                    ? new Item(text, item(node))
                    : new Broken(text, "line %d: not a JSON object".formatted(number));
        } catch (JacksonException cause) {
            return new Broken(text, "line %d: not JSON: %s".formatted(number, cause.getOriginalMessage()));
        } catch (IllegalArgumentException | DateTimeParseException | Refusal cause) {
            return new Broken(text, "line %d: %s".formatted(number, cause.getMessage()));
        }
    }

    static BacklogLine of(BacklogItem item) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("id", item.id()).put("title", item.title());
        if (!item.description().isEmpty()) {
            node.put("description", item.description());
        }
        node.put("type", item.type().word());
        node.put("priority", item.priority().value());
        node.put("complexity", item.complexity().word());
        if (!item.labels().isEmpty()) {
            item.labels().forEach(node.putArray("labels")::add);
        }
        if (item.createdAt() != null) {
            node.put("created_at", InstantText.of(item.createdAt()));
        }
        return new Item(node.toString(), item);
    }

    private static BacklogItem item(JsonNode node) {
        SortedSet<String> labels = new TreeSet<>();
        node.path("labels").forEach(label -> labels.add(label.asString()));
        String created = optional(node, "created_at");
        String type = optional(node, "type");
        String complexity = optional(node, "complexity");
        return new BacklogItem(
                node.path("id").asString(""),
                NewTask.requireTitle(node.path("title").asString("")),
                node.path("description").asString(""),
                type == null ? TaskType.FEATURE : Word.of(TaskType.class, type),
                node.has("priority") ? new Priority(node.path("priority").asInt(-1)) : Priority.DEFAULT,
                complexity == null ? Complexity.SIMPLE : Word.of(Complexity.class, complexity),
                NewTask.requireLabels(labels),
                created == null ? null : Instant.parse(created));
    }

    private static @Nullable String optional(JsonNode node, String key) {
        return node.hasNonNull(key) ? node.path(key).asString() : null;
    }
}
