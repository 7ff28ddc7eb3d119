package dev.fuel.agents.codex;

import dev.fuel.agents.JsonReader;
import dev.fuel.agents.JsonToken;
import dev.fuel.agents.JsonValues;
import dev.fuel.domain.run.Usage;
import org.jspecify.annotations.Nullable;

/// The fields of one line that matter, whatever its type and their order.
///
/// Filled by one pass over the line; a mutable carrier that lives no longer than that.
final class CodexLine {
    private static final int LONGEST_MESSAGE = 2000;

    String type = "";

    @Nullable
    String threadId;

    /// Of an `error`, or of the error of a failed turn.
    @Nullable
    String message;

    @Nullable
    CodexItem item;

    @Nullable
    Usage usage;

    static CodexLine read(JsonReader json) {
        var line = new CodexLine();
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            switch (field) {
                case "type" -> line.type = JsonValues.keyword(json);
                case "thread_id" -> line.threadId = JsonValues.word(json);
                case "message" -> line.message = JsonValues.text(json, LONGEST_MESSAGE);
                case "error" -> line.takeError(json);
                case "item" -> line.item = CodexItem.read(json);
                case "usage" -> line.usage = usage(json);
                default -> json.skipChildren();
            }
        }
        return line;
    }

    private void takeError(JsonReader json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            message = JsonValues.text(json, LONGEST_MESSAGE);
            return;
        }
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            if (field.equals("message")) {
                message = JsonValues.text(json, LONGEST_MESSAGE);
            } else {
                json.skipChildren();
            }
        }
    }

    /// The input includes what was read from the cache, the output what was thought.
    private static @Nullable Usage usage(JsonReader json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return null;
        }
        long input = 0;
        long cached = 0;
        long output = 0;
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            switch (field) {
                case "input_tokens" -> input = JsonValues.count(json);
                case "cached_input_tokens" -> cached = JsonValues.count(json);
                case "output_tokens" -> output = JsonValues.count(json);
                default -> json.skipChildren();
            }
        }
        return new Usage(Math.max(0, input - cached), output, cached, null, 1);
    }
}
