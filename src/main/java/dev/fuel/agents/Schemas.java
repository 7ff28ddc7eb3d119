package dev.fuel.agents;

import dev.fuel.domain.Word;
import java.util.Arrays;
import java.util.Collection;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON schemas of what agents are to answer with. Every field is required and none may be added, as the strictest of
/// the providers wants it.
final class Schemas {
    private Schemas() {}

    /// An object of these fields, which are still to be described.
    static ObjectNode object(String... fields) {
        ObjectNode schema = JsonMapper.shared().createObjectNode();
        schema.put("type", "object").put("additionalProperties", false);
        schema.putObject("properties");
        var required = schema.putArray("required");
        for (String field : fields) {
            required.add(field);
        }
        return schema;
    }

    static void text(ObjectNode schema, String field) {
        property(schema, field).put("type", "string");
    }

    static void number(ObjectNode schema, String field) {
        property(schema, field).put("type", "integer");
    }

    /// One of the words that the enum has.
    static void oneOf(ObjectNode schema, String field, Word[] words) {
        oneOf(schema, field, Arrays.stream(words).map(Word::word).toList());
    }

    static void textOrNull(ObjectNode schema, String field) {
        property(schema, field).putArray("type").add("string").add("null");
    }

    static void oneOf(ObjectNode schema, String field, Collection<String> words) {
        var allowed = property(schema, field).put("type", "string").putArray("enum");
        words.forEach(allowed::add);
    }

    static void list(ObjectNode schema, String field, ObjectNode items) {
        property(schema, field).put("type", "array").set("items", items);
    }

    private static ObjectNode property(ObjectNode schema, String field) {
        return schema.withObjectProperty("properties").putObject(field);
    }
}
