package dev.fuel.agents.gemini;

import dev.fuel.agents.JsonReader;
import dev.fuel.agents.JsonToken;
import dev.fuel.agents.JsonValues;
import dev.fuel.domain.run.Usage;
import org.jspecify.annotations.Nullable;

/// `result.stats`: what this run has consumed; after `--resume` it counts from zero again.
///
/// @param usage its input is without what came from the provider's cache
/// @param model the one that wrote most; null if none wrote anything
record GeminiStats(Usage usage, @Nullable String model) {

    static @Nullable GeminiStats read(JsonReader json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return null;
        }
        Long input = null;
        Long cached = null;
        Long output = null;
        String model = null;
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            switch (field) {
                case "input" -> input = JsonValues.wholeNumber(json); // `input_tokens` is with the cached ones.
                case "cached" -> cached = JsonValues.wholeNumber(json);
                case "output_tokens" -> output = JsonValues.wholeNumber(json);
                case "models" -> model = busiest(json);
                default -> json.skipChildren();
            }
        }
        return new GeminiStats(new Usage(input, output, cached, null, null), model);
    }

    /// The program may fall back to a weaker model without a word; who wrote most is who answered.
    private static @Nullable String busiest(JsonReader json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return null;
        }
        String busiest = null;
        long most = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            GeminiStats model = read(json);
            Long wrote = model == null ? null : model.usage.tokensOut();
            if (wrote != null && wrote > most) {
                busiest = name;
                most = wrote;
            }
        }
        return busiest;
    }
}
