package dev.fuel.agents;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads the value at which a streaming parser stands, in the type that is wanted; a value of another type is skipped
/// whole and read as null.
public final class JsonValues {
    private JsonValues() {}

    /// A text, cleaned.
    ///
    /// @param longest in characters; the rest is dropped
    public static @Nullable String text(JsonReader json, int longest) {
        if (json.currentToken() != JsonToken.TEXT) {
            json.skipChildren();
            return null;
        }
        return json.text(longest);
    }

    /// A short text such as an id or a code.
    public static @Nullable String word(JsonReader json) {
        return text(json, 500);
    }

    /// One of a few words, such as a type or a state; empty in place of null.
    public static String keyword(JsonReader json) {
        if (json.currentToken() != JsonToken.TEXT) {
            json.skipChildren();
            return "";
        }
        return json.keyword();
    }

    /// A word as {@link #word}, empty in place of null.
    public static String wordOrEmpty(JsonReader json) {
        String word = word(json);
        return word == null ? "" : word;
    }

    /// A text as {@link #text}, empty in place of null.
    public static String textOrEmpty(JsonReader json, int longest) {
        String text = text(json, longest);
        return text == null ? "" : text;
    }

    /// A whole number, 0 in place of null.
    public static long count(JsonReader json) {
        Long number = wholeNumber(json);
        return number == null ? 0 : number;
    }

    /// Goes through the fields of an object; what is no object has none.
    ///
    /// @param each called with the field's name, the parser standing at its value; it must read or skip that whole
    public static void fields(JsonReader json, Consumer<String> each) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            each.accept(field);
        }
    }

    public static boolean isTrue(JsonReader json) {
        json.skipChildren();
        return json.currentToken() == JsonToken.TRUE;
    }

    public static @Nullable Long wholeNumber(JsonReader json) {
        if (json.currentToken() != JsonToken.NUMBER) {
            json.skipChildren();
            return null;
        }
        return json.wholeNumber();
    }

    public static @Nullable Double number(JsonReader json) {
        if (json.currentToken() != JsonToken.NUMBER) {
            json.skipChildren();
            return null;
        }
        return json.number();
    }
}
