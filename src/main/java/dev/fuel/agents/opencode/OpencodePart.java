package dev.fuel.agents.opencode;

import dev.fuel.agents.JsonReader;
import dev.fuel.agents.JsonValues;
import dev.fuel.agents.ToolArgument;
import org.jspecify.annotations.Nullable;

/// `part` of a line: a text, an ended tool call or the end of a step. What a line has none of is empty.
///
/// Filled by one pass over the line; a mutable carrier that lives no longer than that.
final class OpencodePart {
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_OUTPUT = 4000;

    String text = "";
    String tool = "";
    String callId = "";
    String status = "";
    String argument = "";
    String output = "";
    String toolError = "";

    /// Of a command; a failed one has the status `completed` all the same.
    @Nullable
    Long exitCode;

    /// Why a step ended: `stop`, `tool-calls`, `length`.
    @Nullable
    String reason;

    /// Tokens; none of these counts overlap.
    long input;

    long outputTokens;
    long reasoning;
    long cacheRead;
    long cacheWrite;

    /// USD, from the prices that opencode knows.
    @Nullable
    Double cost;

    static OpencodePart read(JsonReader json) {
        var part = new OpencodePart();
        JsonValues.fields(json, field -> part.take(field, json));
        return part;
    }

    private void take(String field, JsonReader json) {
        switch (field) {
            case "text" -> text = JsonValues.textOrEmpty(json, LONGEST_TEXT);
            case "tool" -> tool = JsonValues.keyword(json);
            case "callID" -> callId = JsonValues.wordOrEmpty(json);
            case "state" -> JsonValues.fields(json, of -> takeState(of, json));
            case "reason" -> reason = JsonValues.word(json);
            case "tokens" -> JsonValues.fields(json, of -> takeTokens(of, json));
            case "cost" -> cost = JsonValues.number(json);
            default -> json.skipChildren();
        }
    }

    private void takeState(String field, JsonReader json) {
        switch (field) {
            case "status" -> status = JsonValues.keyword(json);
            case "input" -> argument = ToolArgument.read(json);
            case "output" -> output = JsonValues.textOrEmpty(json, LONGEST_OUTPUT);
            case "error" -> toolError = JsonValues.textOrEmpty(json, LONGEST_OUTPUT);
            case "metadata" -> JsonValues.fields(json, of -> takeMetadata(of, json));
            default -> json.skipChildren();
        }
    }

    private void takeMetadata(String field, JsonReader json) {
        if (field.equals("exit")) {
            exitCode = JsonValues.wholeNumber(json);
        } else {
            json.skipChildren();
        }
    }

    private void takeTokens(String field, JsonReader json) {
        switch (field) {
            case "input" -> input = JsonValues.count(json);
            case "output" -> outputTokens = JsonValues.count(json);
            case "reasoning" -> reasoning = JsonValues.count(json);
            case "cache" -> JsonValues.fields(json, of -> takeCache(of, json));
            default -> json.skipChildren();
        }
    }

    private void takeCache(String field, JsonReader json) {
        switch (field) {
            case "read" -> cacheRead = JsonValues.count(json);
            case "write" -> cacheWrite = JsonValues.count(json);
            default -> json.skipChildren();
        }
    }
}
