package dev.fuel.agents.claude;

import dev.fuel.agents.JsonReader;
import dev.fuel.agents.JsonToken;
import dev.fuel.agents.JsonValues;
import dev.fuel.domain.run.Usage;
import org.jspecify.annotations.Nullable;

/// Tokens as Claude Code counts them. The three kinds of input do not overlap.
///
/// @param created input that was newly put into the provider's cache
/// @param cached  input that was read from it
record TokenCounts(long input, long output, long created, long cached, double costUsd) {
    static final TokenCounts NONE = new TokenCounts(0, 0, 0, 0, 0);

    /// The object at which the parser stands: `result.usage` or one entry of a usage by model.
    static @Nullable TokenCounts read(JsonReader json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return null;
        }
        long input = 0;
        long output = 0;
        long created = 0;
        long cached = 0;
        double cost = 0;
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            switch (field) {
                case "input_tokens", "inputTokens" -> input = whole(json);
                case "output_tokens", "outputTokens" -> output = whole(json);
                case "cache_creation_input_tokens", "cacheCreationInputTokens" -> created = whole(json);
                case "cache_read_input_tokens", "cacheReadInputTokens" -> cached = whole(json);
                case "costUSD" -> cost = orZero(JsonValues.number(json));
                default -> json.skipChildren();
            }
        }
        return new TokenCounts(input, output, created, cached, cost);
    }

    /// The sum over the models of `model_usage_since_last_result`; zero if no model was used.
    static @Nullable TokenCounts readByModel(JsonReader json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return null;
        }
        TokenCounts sum = NONE;
        while (json.nextName() != null) {
            json.nextToken();
            TokenCounts model = read(json);
            if (model != null) {
                sum = sum.plus(model);
            }
        }
        return sum;
    }

    Usage asUsage(@Nullable Double cost, @Nullable Integer turns) {
        return new Usage(input + created, output, cached, cost, turns);
    }

    /// The counts of a program whose input holds what came from the cache.
    TokenCounts withoutCachedInput() {
        return new TokenCounts(Math.max(0, input - cached), output, created, cached, costUsd);
    }

    /// What is more in these; never less than nothing.
    TokenCounts minus(TokenCounts other) {
        return new TokenCounts(
                Math.max(0, input - other.input),
                Math.max(0, output - other.output),
                Math.max(0, created - other.created),
                Math.max(0, cached - other.cached),
                Math.max(0, costUsd - other.costUsd));
    }

    TokenCounts plus(TokenCounts other) {
        return new TokenCounts(
                input + other.input,
                output + other.output,
                created + other.created,
                cached + other.cached,
                costUsd + other.costUsd);
    }

    private static long whole(JsonReader json) {
        Long number = JsonValues.wholeNumber(json);
        return number == null ? 0 : number;
    }

    private static double orZero(@Nullable Double number) {
        return number == null ? 0 : number;
    }
}
