package dev.fuel.agents.claude;

import dev.fuel.agents.JsonReader;
import dev.fuel.agents.JsonToken;
import dev.fuel.agents.JsonValues;
import dev.fuel.agents.ToolArgument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One part of a message: text, thinking, a tool call or a tool's result.
///
/// @param id     of the call; of a result, the id of its call
/// @param detail of a call its argument, of a result its output, else the text
record ContentBlock(String type, String id, String name, String detail, boolean isError) {
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_OUTPUT = 4000;

    /// The blocks of the array at which the parser stands; a message may also be plain text, which has none.
    static List<ContentBlock> list(JsonReader json) {
        var blocks = new ArrayList<ContentBlock>();
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return blocks;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                blocks.add(read(json));
            } else {
                json.skipChildren();
            }
        }
        return blocks;
    }

    private static ContentBlock read(JsonReader json) {
        String type = "";
        String id = "";
        String name = "";
        String detail = "";
        boolean isError = false;
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            switch (field) {
                case "type" -> type = JsonValues.keyword(json);
                case "id", "tool_use_id" -> id = orEmpty(JsonValues.word(json));
                case "name" -> name = JsonValues.keyword(json);
                case "text", "thinking" -> detail = orEmpty(JsonValues.text(json, LONGEST_TEXT));
                case "input" -> detail = ToolArgument.read(json);
                case "content" -> detail = output(json);
                case "is_error" -> isError = JsonValues.isTrue(json);
                default -> json.skipChildren();
            }
        }
        return new ContentBlock(type, id, name, detail, isError);
    }

    /// A tool's output is a text, or an array of blocks of which the texts count.
    private static String output(JsonReader json) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return orEmpty(JsonValues.text(json, LONGEST_OUTPUT));
        }
        var output = new StringBuilder();
        for (ContentBlock part : list(json)) {
            if (part.type.equals("text") && output.length() < LONGEST_OUTPUT) {
                output.append(output.isEmpty() ? "" : "\n").append(part.detail);
            }
        }
        return output.length() > LONGEST_OUTPUT ? output.substring(0, LONGEST_OUTPUT) : output.toString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
