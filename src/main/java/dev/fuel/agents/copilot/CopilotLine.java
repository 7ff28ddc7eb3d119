package dev.fuel.agents.copilot;

import dev.fuel.agents.JsonReader;
import dev.fuel.agents.JsonToken;
import dev.fuel.agents.JsonValues;
import dev.fuel.agents.ToolArgument;
import org.jspecify.annotations.Nullable;

/// The fields of one line that matter: those of its `data`, and of the last line, which has none, its own.
///
/// Filled by one pass over the line; a mutable carrier that lives no longer than that.
final class CopilotLine {
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_OUTPUT = 4000;

    String type = "";

    @Nullable
    String sessionId;

    @Nullable
    Long exitCode;

    @Nullable
    String model;

    @Nullable
    String content;

    @Nullable
    String thinking;

    @Nullable
    String parentCall;

    String callId = "";
    String toolName = "";
    String argument = "";
    String output = "";
    boolean success;

    @Nullable
    Long commandExit;

    @Nullable
    String errorCode;

    @Nullable
    String errorType;

    @Nullable
    String message;

    @Nullable
    String reason;

    @Nullable
    Long status;

    boolean ownProvider;

    @Nullable
    String failureKind;

    @Nullable
    String timestamp;

    static CopilotLine read(JsonReader json) {
        var line = new CopilotLine();
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            switch (field) {
                case "type" -> line.type = JsonValues.keyword(json);
                case "sessionId" -> line.sessionId = JsonValues.word(json);
                case "timestamp" -> line.timestamp = JsonValues.word(json);
                case "exitCode" -> line.exitCode = JsonValues.wholeNumber(json);
                case "data" -> line.takeData(json);
                default -> json.skipChildren();
            }
            if (line.saysNothing()) {
                return line;
            }
        }
        return line;
    }

    /// Most lines are pieces of what comes again whole, the prompt (twice), and states of the screen.
    private boolean saysNothing() {
        return switch (type) {
            case "assistant.message_delta",
                    "assistant.tool_call_delta",
                    "session.background_tasks_changed",
                    "session.skills_loaded",
                    "user.message" -> true;
            default -> false;
        };
    }

    private void takeData(JsonReader json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            take(field, json);
        }
    }

    private void take(String field, JsonReader json) {
        switch (field) {
            case "model" -> model = JsonValues.word(json);
            case "content" -> content = JsonValues.text(json, LONGEST_TEXT);
            case "reasoningText" -> thinking = JsonValues.text(json, LONGEST_TEXT);
            case "parentToolCallId" -> parentCall = JsonValues.word(json);
            case "toolCallId" -> callId = orEmpty(JsonValues.word(json));
            case "toolName" -> toolName = JsonValues.keyword(json);
            case "arguments" -> argument = ToolArgument.read(json);
            case "success" -> success = JsonValues.isTrue(json);
            case "result" -> takeResult(json);
            case "shellExecution" -> takeShell(json);
            case "error" -> takeError(json);
            case "errorType" -> errorType = JsonValues.word(json);
            case "message", "errorMessage" -> message = JsonValues.text(json, LONGEST_OUTPUT);
            case "reason" -> reason = JsonValues.word(json);
            case "statusCode" -> status = JsonValues.wholeNumber(json);
            case "failureKind" -> failureKind = JsonValues.word(json);
            case "isByok" -> ownProvider = JsonValues.isTrue(json);
            default -> json.skipChildren();
        }
    }

    private void takeResult(JsonReader json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            output = orEmpty(JsonValues.text(json, LONGEST_OUTPUT));
            return;
        }
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            if (field.equals("content")) {
                output = orEmpty(JsonValues.text(json, LONGEST_OUTPUT));
            } else {
                json.skipChildren();
            }
        }
    }

    private void takeShell(JsonReader json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            if (field.equals("exitCode")) {
                commandExit = JsonValues.wholeNumber(json);
            } else {
                json.skipChildren();
            }
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
                case "code" -> errorCode = JsonValues.word(json);
                case "message" -> message = JsonValues.text(json, LONGEST_OUTPUT);
                default -> json.skipChildren();
            }
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
