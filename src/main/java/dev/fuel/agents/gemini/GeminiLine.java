package dev.fuel.agents.gemini;

import dev.fuel.agents.JsonReader;
import dev.fuel.agents.JsonToken;
import dev.fuel.agents.JsonValues;
import dev.fuel.agents.ToolArgument;
import org.jspecify.annotations.Nullable;

/// The fields of one line that matter, whatever its type and their order.
///
/// Filled by one pass over the line; a mutable carrier that lives no longer than that.
final class GeminiLine {
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_OUTPUT = 4000;

    String type = "";

    @Nullable
    String sessionId;

    @Nullable
    String model;

    String role = "";
    String content = "";
    String toolId = "";
    String toolName = "";
    String argument = "";
    String output = "";

    String status = "";
    String severity = "";

    @Nullable
    String timestamp;

    @Nullable
    String errorType;

    @Nullable
    String message;

    @Nullable
    GeminiStats stats;

    static GeminiLine read(JsonReader json) {
        var line = new GeminiLine();
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            line.take(field, json);
            if (line.role.equals("user")) {
                return line; // The rest is the prompt again.
            }
        }
        return line;
    }

    private void take(String field, JsonReader json) {
        switch (field) {
            case "type" -> type = JsonValues.keyword(json);
            case "session_id" -> sessionId = JsonValues.word(json);
            case "model" -> model = JsonValues.word(json);
            case "role" -> role = JsonValues.keyword(json);
            case "content" -> content = orEmpty(JsonValues.text(json, LONGEST_TEXT));
            case "tool_id" -> toolId = orEmpty(JsonValues.word(json));
            case "tool_name" -> toolName = JsonValues.keyword(json);
            case "parameters" -> argument = ToolArgument.read(json);
            case "output" -> output = orEmpty(JsonValues.text(json, LONGEST_OUTPUT));
            case "status" -> status = JsonValues.keyword(json);
            case "severity" -> severity = JsonValues.keyword(json);
            case "timestamp" -> timestamp = JsonValues.word(json);
            case "message" -> message = JsonValues.text(json, LONGEST_OUTPUT);
            case "error" -> takeError(json);
            case "stats" -> stats = GeminiStats.read(json);
            default -> json.skipChildren();
        }
    }

    private void takeError(JsonReader json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            message = JsonValues.text(json, LONGEST_OUTPUT);
            return;
        }
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            switch (field) {
                case "type" -> errorType = JsonValues.word(json);
                case "message" -> message = JsonValues.text(json, LONGEST_OUTPUT);
                default -> json.skipChildren();
            }
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
