package dev.fuel.agents.opencode;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.ErrorText;
import dev.fuel.agents.JsonReader;
import dev.fuel.agents.JsonValues;
import dev.fuel.agents.ResetTime;
import dev.fuel.domain.run.FailureType;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An `error` event.
///
/// @param name       `APIError`, `ContextOverflowError`, `UnknownError` and the like
/// @param code       of a lost connection: `ECONNRESET`
/// @param status     HTTP; null if there was no answer
/// @param retryAfter the answer's header of that name, seconds
/// @param body       what the provider answered
/// @param time       when it was printed
record OpencodeError(
        String name,
        String message,
        String code,
        @Nullable Long status,
        String retryAfter,
        String body,
        @Nullable Instant time) {
    private static final int LONGEST_BODY = 8000;
    private static final int LONGEST_MESSAGE = 2000;
    private static final int UNAUTHORIZED = 401;
    private static final int PAYMENT_REQUIRED = 402;
    private static final int FORBIDDEN = 403;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    static OpencodeError read(JsonReader json) {
        var fields = new Fields();
        JsonValues.fields(json, field -> fields.take(field, json));
        return new OpencodeError(
                fields.name, fields.message, fields.code, fields.status, fields.retryAfter, fields.body, null);
    }

    OpencodeError at(@Nullable Instant printed) {
        return new OpencodeError(name, message, code, status, retryAfter, body, printed);
    }

    void tell(Consumer<AgentEvent> events) {
        FailureType type = type();
        String words = message.isEmpty() ? name : message;
        if (type == FailureType.RATE_LIMIT) {
            events.accept(new AgentEvent.Limit(comeBack(), words));
        }
        events.accept(new AgentEvent.Failed(type, words, comeBack()));
    }

    private FailureType type() {
        FailureType byWords = ErrorText.classify(message + " " + code).orElse(FailureType.CRASH);
        if (name.equals("ContextOverflowError")) {
            return FailureType.CRASH;
        }
        if (status == null) {
            return byWords;
        }
        return switch (status.intValue()) {
            case UNAUTHORIZED, FORBIDDEN -> FailureType.AUTH;
            case PAYMENT_REQUIRED -> FailureType.BUDGET;
            case REQUEST_TIMEOUT -> FailureType.NETWORK;
            // The words tell a plan's limit and an empty account from a limit of the moment.
            case TOO_MANY_REQUESTS ->
                limit(ErrorText.classify(message + " " + body).orElse(FailureType.NETWORK));
            default -> status >= SERVER_ERROR ? FailureType.NETWORK : FailureType.CRASH;
        };
    }

    private static FailureType limit(FailureType byWords) {
        return byWords == FailureType.RATE_LIMIT || byWords == FailureType.BUDGET ? byWords : FailureType.NETWORK;
    }

    private @Nullable Instant comeBack() {
        if (time == null) {
            return null;
        }
        return ResetTime.in(body, time, ResetTime.AGENT_ZONE)
                .or(() -> ResetTime.in("retry-after: " + retryAfter, time, ResetTime.AGENT_ZONE))
                .orElse(null);
    }

    /// Collects the fields, which come in any order.
    private static final class Fields {
        private String name = "";
        private String message = "";
        private String code = "";
        private String retryAfter = "";
        private String body = "";
        private @Nullable Long status;

        void take(String field, JsonReader json) {
            switch (field) {
                case "name" -> name = JsonValues.wordOrEmpty(json);
                case "data" -> JsonValues.fields(json, of -> takeData(of, json));
                default -> json.skipChildren();
            }
        }

        private void takeData(String field, JsonReader json) {
            switch (field) {
                case "message" -> message = JsonValues.textOrEmpty(json, LONGEST_MESSAGE);
                case "statusCode" -> status = JsonValues.wholeNumber(json);
                case "responseHeaders" -> JsonValues.fields(json, of -> takeHeader(of, json));
                case "responseBody" -> body = JsonValues.textOrEmpty(json, LONGEST_BODY);
                case "metadata" -> JsonValues.fields(json, of -> takeMetadata(of, json));
                default -> json.skipChildren();
            }
        }

        private void takeHeader(String field, JsonReader json) {
            if (field.equals("retry-after")) {
                retryAfter = JsonValues.wordOrEmpty(json);
            } else {
                json.skipChildren();
            }
        }

        private void takeMetadata(String field, JsonReader json) {
            if (field.equals("code")) {
                code = JsonValues.wordOrEmpty(json);
            } else {
                json.skipChildren();
            }
        }
    }
}
