package dev.fuel.agents;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads the value at which a streaming parser stands, in the type that is wanted; a value of another type is skipped
/// whole and read as null.
public final class JsonValues {
    private JsonValues() {}

    /// A text, cleaned.
    ///
    /// @param longest in characters; the rest is dropped
    public static @Nullable String text(JsonParser json, int longest) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            json.skipChildren();
            return null;
        }
        int length = json.getStringLength();
        if (length <= longest) {
            return CleanText.of(json.getString());
        }
        char[] letters = json.getStringCharacters();
        return CleanText.of(CleanText.head(new String(letters, json.getStringOffset(), longest + 1), longest));
    }

    /// A short text such as an id or a code.
    public static @Nullable String word(JsonParser json) {
        return text(json, 500);
    }

    public static boolean isTrue(JsonParser json) {
        json.skipChildren();
        return json.currentToken() == JsonToken.VALUE_TRUE;
    }

    public static @Nullable Long wholeNumber(JsonParser json) {
        Double number = number(json);
        return number == null ? null : number.longValue();
    }

    public static @Nullable Double number(JsonParser json) {
        if (json.currentToken() == null || !json.currentToken().isNumeric()) {
            json.skipChildren();
            return null;
        }
        return json.getDoubleValue();
    }
}
