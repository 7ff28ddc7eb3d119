package dev.fuel.agents.copilot;

import dev.fuel.agents.JsonReader;
import dev.fuel.agents.JsonToken;
import dev.fuel.agents.JsonValues;
import dev.fuel.domain.run.Usage;
import org.jspecify.annotations.Nullable;

/// What `--usage-output-file` leaves at the end: the consumption of the whole session, by model. The stream has none.
final class CopilotUsage {
    private long input;
    private long output;
    private long cached;

    private CopilotUsage() {}

    /// The sum over the models; unknown if the file is cut short, or has no such numbers.
    static Usage read(byte[] file) {
        JsonReader json = new JsonReader().of(file, 0, file.length);
        try {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Usage.UNKNOWN;
            }
            CopilotUsage sum = null;
            for (String field = json.nextName(); field != null; field = json.nextName()) {
                json.nextToken();
                if (field.equals("modelMetrics") && json.currentToken() == JsonToken.START_OBJECT) {
                    sum = new CopilotUsage();
                    sum.addModels(json);
                } else {
                    json.skipChildren();
                }
            }
            return sum == null ? Usage.UNKNOWN : sum.asUsage();
        } catch (JsonReader.Malformed e) {
            return Usage.UNKNOWN; // The program was ended while it wrote.
        }
    }

    private void addModels(JsonReader json) {
        while (json.nextName() != null) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                continue;
            }
            for (String field = json.nextName(); field != null; field = json.nextName()) {
                json.nextToken();
                if (field.equals("usage") && json.currentToken() == JsonToken.START_OBJECT) {
                    addTokens(json);
                } else {
                    json.skipChildren();
                }
            }
        }
    }

    private void addTokens(JsonReader json) {
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            switch (field) {
                case "inputTokens" -> input += orZero(JsonValues.wholeNumber(json));
                case "outputTokens" -> output += orZero(JsonValues.wholeNumber(json));
                case "cacheReadTokens" -> cached += orZero(JsonValues.wholeNumber(json));
                default -> json.skipChildren();
            }
        }
    }

    /// Its input holds what came from the provider's cache.
    private Usage asUsage() {
        return new Usage(Math.max(0, input - cached), output, cached, null, null);
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
