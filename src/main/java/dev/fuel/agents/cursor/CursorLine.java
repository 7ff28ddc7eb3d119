package dev.fuel.agents.cursor;

import dev.fuel.agents.JsonReader;
import dev.fuel.agents.JsonToken;
import dev.fuel.agents.JsonValues;
import dev.fuel.agents.ToolArgument;
import dev.fuel.domain.run.Usage;
import org.jspecify.annotations.Nullable;

/// The fields of one line that matter, whatever its type and their order.
///
/// Filled by one pass over the line; a mutable carrier that lives no longer than that.
final class CursorLine {
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_OUTPUT = 4000;

    String type = "";

    @Nullable
    String subtype;

    @Nullable
    String sessionId;

    @Nullable
    String model;

    String text = "";
    String callId = "";
    String toolName = "";
    String argument = "";

    /// `success`, `rejected`, or what else the tool's result is called.
    @Nullable
    String toolOutcome;

    String output = "";

    @Nullable
    Long commandExit;

    boolean isError;

    @Nullable
    String result;

    Usage usage = Usage.UNKNOWN;

    static CursorLine read(JsonReader json) {
        var line = new CursorLine();
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            line.take(field, json);
            if (line.type.equals("user")) {
                return line; // The rest is the prompt again.
            }
        }
        return line;
    }

    private void take(String field, JsonReader json) {
        switch (field) {
            case "type" -> type = JsonValues.keyword(json);
            case "subtype" -> subtype = JsonValues.keyword(json);
            case "session_id" -> sessionId = JsonValues.word(json);
            case "model" -> model = JsonValues.word(json);
            case "text" -> text = orEmpty(JsonValues.text(json, LONGEST_TEXT));
            case "message" -> takeMessage(json);
            case "call_id" -> callId = orEmpty(JsonValues.word(json));
            case "tool_call" -> takeCall(json);
            case "is_error" -> isError = JsonValues.isTrue(json);
            case "result" -> result = JsonValues.text(json, LONGEST_TEXT);
            case "usage" -> takeUsage(json);
            default -> json.skipChildren();
        }
    }

    private void takeMessage(JsonReader json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            if (field.equals("content") && json.currentToken() == JsonToken.START_ARRAY) {
                takeParts(json);
            } else {
                json.skipChildren();
            }
        }
    }

    private void takeParts(JsonReader json) {
        var parts = new StringBuilder();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                continue;
            }
            for (String field = json.nextName(); field != null; field = json.nextName()) {
                json.nextToken();
                if (field.equals("text") && parts.length() < LONGEST_TEXT) {
                    parts.append(orEmpty(JsonValues.text(json, LONGEST_TEXT)));
                } else {
                    json.skipChildren();
                }
            }
        }
        text = parts.toString();
    }

    /// One field, named after the tool: `shellToolCall` with its arguments and, when completed, its result.
    private void takeCall(JsonReader json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        for (String tool = json.nextName(); tool != null; tool = json.nextName()) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                continue;
            }
            toolName = tool.endsWith("ToolCall") ? tool.substring(0, tool.length() - "ToolCall".length()) : tool;
            for (String field = json.nextName(); field != null; field = json.nextName()) {
                json.nextToken();
                switch (field) {
                    case "args" -> argument = ToolArgument.read(json);
                    case "result" -> takeToolResult(json);
                    default -> json.skipChildren();
                }
            }
        }
    }

    /// One field, named after the outcome.
    private void takeToolResult(JsonReader json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        for (String outcome = json.nextName(); outcome != null; outcome = json.nextName()) {
            toolOutcome = outcome;
            if (json.nextToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                continue;
            }
            for (String field = json.nextName(); field != null; field = json.nextName()) {
                json.nextToken();
                switch (field) {
                    case "exitCode" -> commandExit = JsonValues.wholeNumber(json);
                    case "stdout", "stderr", "content", "diffString", "reason", "message", "error" -> addOutput(json);
                    default -> json.skipChildren();
                }
            }
        }
    }

    private void addOutput(JsonReader json) {
        String more = orEmpty(JsonValues.text(json, LONGEST_OUTPUT));
        if (!more.isEmpty()) {
            output = output.isEmpty() ? more : output + "\n" + more;
        }
    }

    private void takeUsage(JsonReader json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        Long input = null;
        Long output = null;
        Long cached = null;
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            switch (field) {
                case "inputTokens" -> input = JsonValues.wholeNumber(json);
                case "outputTokens" -> output = JsonValues.wholeNumber(json);
                case "cacheReadTokens" -> cached = JsonValues.wholeNumber(json);
                default -> json.skipChildren();
            }
        }
        usage = new Usage(input, output, cached, null, null);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
