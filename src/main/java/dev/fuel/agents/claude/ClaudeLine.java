package dev.fuel.agents.claude;

import dev.fuel.agents.JsonReader;
import dev.fuel.agents.JsonToken;
import dev.fuel.agents.JsonValues;
import dev.fuel.agents.ToolArgument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fields of one line that matter, whatever its type and their order (`type` may come last).
///
/// Filled by one pass over the line; a mutable carrier that lives no longer than that.
final class ClaudeLine {
    private static final int LONGEST_RESULT = 1 << 20;
    private static final int LONGEST_MESSAGE = 2000;

    String type = "";

    @Nullable
    String subtype;

    @Nullable
    String sessionId;

    @Nullable
    String parentCall;

    @Nullable
    String model;

    @Nullable
    String fallbackModel;

    /// A code where it stands on an assistant's line, words where it stands on a result.
    @Nullable
    String error;

    @Nullable
    String text;

    @Nullable
    String toolName;

    String toolId = "";
    List<ContentBlock> blocks = List.of();

    @Nullable
    RateLimit rateLimit;

    int attempt;
    int maxRetries;
    boolean isError;

    @Nullable
    Integer status;

    @Nullable
    String reason;

    @Nullable
    String result;

    @Nullable
    String firstError;

    @Nullable
    Double totalCost;

    @Nullable
    Integer turns;

    @Nullable
    TokenCounts usage;

    @Nullable
    TokenCounts usageOfRun;

    /// Of the one message of the model that the line is a part of.
    @Nullable
    String messageId;

    @Nullable
    TokenCounts messageUsage;

    final List<ContentBlock> denials = new ArrayList<>();

    /// Reads the object, as far as its type makes that worth while.
    static ClaudeLine read(JsonReader json) {
        var line = new ClaudeLine();
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            line.take(field, json);
            if (line.isComplete()) {
                return line;
            }
        }
        return line;
    }

    /// Whether nothing that matters can follow: the rest of an `init` is lists of commands, the rest of a tool's
    /// result is the same output again. These are most of a stream's bytes.
    private boolean isComplete() {
        return switch (type) {
            case "stream_event" -> true;
            case "system" -> "init".equals(subtype) && sessionId != null && model != null;
            case "user" -> !blocks.isEmpty();
            default -> false;
        };
    }

    private void take(String field, JsonReader json) {
        switch (field) {
            case "type" -> type = JsonValues.keyword(json);
            case "subtype" -> subtype = JsonValues.word(json);
            case "session_id" -> sessionId = JsonValues.word(json);
            case "parent_tool_use_id" -> parentCall = JsonValues.word(json);
            case "model" -> model = JsonValues.word(json);
            case "fallback_model" -> fallbackModel = JsonValues.word(json);
            case "error" -> takeError(json);
            case "data" -> takeRetry(json);
            case "message" -> takeMessage(json);
            case "tool_name" -> toolName = JsonValues.word(json);
            case "tool_use_id" -> toolId = orEmpty(JsonValues.word(json));
            case "rate_limit_info" -> rateLimit = RateLimit.read(json);
            case "attempt" -> attempt = orZero(JsonValues.wholeNumber(json));
            case "max_retries" -> maxRetries = orZero(JsonValues.wholeNumber(json));
            case "is_error" -> isError = JsonValues.isTrue(json);
            case "api_error_status", "error_status" -> status = asInteger(JsonValues.wholeNumber(json));
            case "terminal_reason" -> reason = JsonValues.word(json);
            case "result" -> result = JsonValues.text(json, LONGEST_RESULT);
            case "errors" -> firstError = firstText(json);
            case "total_cost_usd" -> totalCost = JsonValues.number(json);
            case "num_turns" -> turns = asInteger(JsonValues.wholeNumber(json));
            case "usage" -> usage = TokenCounts.read(json);
            case "model_usage_since_last_result" -> usageOfRun = TokenCounts.readByModel(json);
            case "permission_denials" -> takeDenials(json);
            default -> json.skipChildren();
        }
    }

    /// An object with content, or the words of a refusal.
    private void takeMessage(JsonReader json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            text = JsonValues.text(json, LONGEST_MESSAGE);
            return;
        }
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            switch (field) {
                case "content" -> blocks = ContentBlock.list(json);
                case "id" -> messageId = JsonValues.word(json);
                case "usage" -> messageUsage = TokenCounts.read(json);
                default -> json.skipChildren();
            }
        }
    }

    /// A word, or an object with words for a person.
    private void takeError(JsonReader json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            error = JsonValues.text(json, LONGEST_MESSAGE);
            return;
        }
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            if (field.equals("message")) {
                error = JsonValues.text(json, LONGEST_MESSAGE);
            } else {
                json.skipChildren();
            }
        }
    }

    /// Qwen Code's notice that it tries again.
    private void takeRetry(JsonReader json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            switch (field) {
                case "attempt" -> attempt = orZero(JsonValues.wholeNumber(json));
                case "maxRetries" -> maxRetries = orZero(JsonValues.wholeNumber(json));
                case "reason" -> reason = JsonValues.word(json);
                default -> json.skipChildren();
            }
        }
    }

    private void takeDenials(JsonReader json) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                continue;
            }
            String id = "";
            String name = "";
            String argument = "";
            for (String field = json.nextName(); field != null; field = json.nextName()) {
                json.nextToken();
                switch (field) {
                    case "tool_use_id" -> id = orEmpty(JsonValues.word(json));
                    case "tool_name" -> name = orEmpty(JsonValues.word(json));
                    case "tool_input" -> argument = ToolArgument.read(json);
                    default -> json.skipChildren();
                }
            }
            denials.add(new ContentBlock("denial", id, name, argument, true));
        }
    }

    private static @Nullable String firstText(JsonReader json) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return null;
        }
        String first = null;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String text = JsonValues.text(json, LONGEST_MESSAGE);
            first = first == null ? text : first;
        }
        return first;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static int orZero(@Nullable Long number) {
        return number == null ? 0 : number.intValue();
    }

    private static @Nullable Integer asInteger(@Nullable Long number) {
        return number == null ? null : number.intValue();
    }
}
