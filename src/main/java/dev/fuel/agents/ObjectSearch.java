package dev.fuel.agents;

import java.io.CharArrayReader;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finds the object that an agent was asked to answer with in what it has said last, whatever stands around it: prose,
/// fences, another object, or the same once more. The last whole object that says all that it must say counts.
final class ObjectSearch {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int LONGEST_TEXT = 1_000_000;

    private ObjectSearch() {}

    /// @param mark    the field that tells such an object from others: what stands inside one is quoted
    /// @param reading what the object says; null if it does not say all that it must
    /// @return empty if there is no such object
    static <T> Optional<T> last(@Nullable String finalText, String mark, Function<JsonNode, @Nullable T> reading) {
        if (finalText == null) {
            return Optional.empty();
        }
        String text = CleanText.tail(finalText, LONGEST_TEXT);
        char[] letters = text.toCharArray();
        @Nullable T last = null;
        int at = text.indexOf('{');
        while (at >= 0) {
            @Nullable Found found = objectAt(letters, at);
            @Nullable T read = found == null ? null : reading.apply(found.object());
            last = read == null ? last : read;
            boolean whole = found != null && found.object().has(mark);
            at = text.indexOf('{', whole && found != null ? found.end() : at + 1);
        }
        return Optional.ofNullable(last);
    }

    private record Found(JsonNode object, int end) {}

    /// Fails at the first sign that is no JSON, so that prose with braces costs little.
    private static @Nullable Found objectAt(char[] text, int start) {
        try (JsonParser parser = MAPPER.createParser(new CharArrayReader(text, start, text.length - start))) {
            JsonNode node = parser.readValueAsTree();
            return new Found(node, start + (int) parser.currentLocation().getCharOffset());
        } catch (JacksonException notJson) {
            return null;
        }
    }

    /// The text of a field, without control characters; empty if there is none.
    static String text(JsonNode object, String name, int longest) {
        JsonNode node = object.path(name);
        return node.isString()
                ? CleanText.head(CleanText.of(node.asString()), longest).strip()
                : "";
    }
}
