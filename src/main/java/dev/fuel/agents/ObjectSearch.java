package dev.fuel.agents;

import java.io.CharArrayReader;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
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
        BitSet broken = new BitSet();
        @Nullable T last = null;
        int at = text.indexOf('{');
        while (at >= 0) {
            @Nullable Found found = broken.get(at) ? null : objectAt(letters, at, broken);
            @Nullable T read = found == null ? null : reading.apply(found.object());
            last = read == null ? last : read;
            boolean whole = found != null && found.object().has(mark);
            at = text.indexOf('{', whole && found != null ? found.end() : at + 1);
        }
        return Optional.ofNullable(last);
    }

    private record Found(JsonNode object, int end) {}

    /// Fails at the first sign that is no JSON, so that prose with braces costs little.
    ///
    /// @param broken gets where the objects begin that would fail at the same sign: nothing is read again for them
    private static @Nullable Found objectAt(char[] text, int start, BitSet broken) {
        Deque<Integer> open = new ArrayDeque<>();
        try (JsonParser parser = MAPPER.createParser(new CharArrayReader(text, start, text.length - start))) {
            do {
                JsonToken token = parser.nextToken();
                if (token == JsonToken.START_OBJECT) {
                    open.push(start + (int) parser.currentTokenLocation().getCharOffset());
                } else if (token == JsonToken.END_OBJECT) {
                    open.pop();
                }
            } while (!open.isEmpty());
            int end = start + (int) parser.currentLocation().getCharOffset();
            return new Found(MAPPER.readTree(new CharArrayReader(text, start, end - start)), end);
        } catch (JacksonException notJson) {
            open.forEach(broken::set);
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
