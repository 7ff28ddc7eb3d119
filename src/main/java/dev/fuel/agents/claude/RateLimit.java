package dev.fuel.agents.claude;

import dev.fuel.agents.JsonReader;
import dev.fuel.agents.JsonToken;
import dev.fuel.agents.JsonValues;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// `rate_limit_info` of a `rate_limit_event`: the state of the account's limits after a request. Most are harmless.
///
/// @param kind `five_hour`, `seven_day` and the like
record RateLimit(
        @Nullable String status,
        @Nullable Instant resetsAt,
        @Nullable String kind,
        @Nullable String overageStatus,
        boolean usesOverage) {
    /// The year 2286; what lies beyond is no time in seconds.
    private static final long LAST_PLAUSIBLE_SECOND = 9_999_999_999L;

    static @Nullable RateLimit read(JsonReader json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return null;
        }
        String status = null;
        Long resetsAt = null;
        String kind = null;
        String overageStatus = null;
        boolean usesOverage = false;
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            json.nextToken();
            switch (field) {
                case "status" -> status = JsonValues.word(json);
                case "resetsAt" -> resetsAt = JsonValues.wholeNumber(json);
                case "rateLimitType" -> kind = JsonValues.word(json);
                case "overageStatus" -> overageStatus = JsonValues.word(json);
                case "isUsingOverage" -> usesOverage = JsonValues.isTrue(json);
                default -> json.skipChildren();
            }
        }
        return new RateLimit(status, instant(resetsAt), kind, overageStatus, usesOverage);
    }

    /// Requests are refused from now on. `overageStatus: rejected` beside `allowed` only means that nothing may be
    /// spent beyond the plan.
    boolean isReached() {
        return "rejected".equals(status) || (usesOverage && "rejected".equals(overageStatus));
    }

    String message() {
        return "usage limit reached" + (kind == null ? "" : " (" + kind + ")");
    }

    private static @Nullable Instant instant(@Nullable Long epochSeconds) {
        if (epochSeconds == null || epochSeconds <= 0 || epochSeconds > LAST_PLAUSIBLE_SECOND) {
            return null;
        }
        return Instant.ofEpochSecond(epochSeconds);
    }
}
