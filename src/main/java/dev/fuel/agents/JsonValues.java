package dev.fuel.agents;

import java.util.function.Consumer;
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

    /// The same, empty in place of null.
    public static String wordOrEmpty(JsonParser json) {
        String word = word(json);
        return word == null ? "" : word;
    }

    /// A text as {@link #text}, empty in place of null.
    public static String textOrEmpty(JsonParser json, int longest) {
        String text = text(json, longest);
        return text == null ? "" : text;
    }

    /// A whole number, 0 in place of null.
    public static long count(JsonParser json) {
        Long number = wholeNumber(json);
        return number == null ? 0 : number;
    }

    /// Goes through the fields of an object; what is no object has none.
    ///
    /// @param each called with the field's name, the parser standing at its value; it must read or skip that whole
    public static void fields(JsonParser json, Consumer<String> each) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            each.accept(field);
        }
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
