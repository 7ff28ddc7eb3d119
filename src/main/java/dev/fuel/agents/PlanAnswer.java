package dev.fuel.agents;

import java.io.CharArrayReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finds the plan in what an agent has said last, whatever stands around it: the last whole JSON object that has
/// `tasks` counts.
public final class PlanAnswer {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int LONGEST_TEXT = 1_000_000;

    private PlanAnswer() {}

    /// @return the object as JSON; empty if there is none
    public static Optional<String> in(@Nullable String finalText) {
        if (finalText == null) {
            return Optional.empty();
        }
        char[] letters = CleanText.tail(finalText, LONGEST_TEXT).toCharArray();
        @Nullable String last = null;
        int at = 0;
        while (at < letters.length) {
            int end = at + 1;
            if (letters[at] == '{') {
                try (JsonParser parser = MAPPER.createParser(new CharArrayReader(letters, at, letters.length - at))) {
                    JsonNode node = parser.readValueAsTree();
                    if (node.path("tasks").isArray()) {
                        last = node.toString();
                        end = at + (int) parser.currentLocation().getCharOffset();
                    }
                } catch (JacksonException notJson) {
                    // Braces in prose: what comes after them may be the answer.
                }
            }
            at = Math.max(at + 1, end);
        }
        return Optional.ofNullable(last);
    }
}
