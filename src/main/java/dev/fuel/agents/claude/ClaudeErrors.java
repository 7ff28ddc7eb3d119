package dev.fuel.agents.claude;

import dev.fuel.domain.run.FailureType;
import org.jspecify.annotations.Nullable;

/// What Claude Code's error codes mean. Its texts are for people and are not looked at.
final class ClaudeErrors {
    private ClaudeErrors() {}

    /// @param limited whether a structured event has told of a usage limit that is reached
    /// @param error   `assistant.error`, a word
    /// @param status  `result.api_error_status`, an HTTP status
    /// @param subtype `result.subtype`
    /// @param reason  `result.terminal_reason`
    static FailureType classify(
            boolean limited,
            @Nullable String error,
            @Nullable Integer status,
            @Nullable String subtype,
            @Nullable String reason) {
        if ("error_max_budget_usd".equals(subtype)) {
            return FailureType.BUDGET;
        }
        FailureType byError = error == null ? null : byWord(error, limited);
        if (byError != null) {
            return byError;
        }
        FailureType byStatus = status == null ? null : byStatus(status, limited);
        if (byStatus != null) {
            return byStatus;
        }
        // An error of the connection has neither status nor a word of its own.
        boolean isConnection =
                "api_error".equals(reason) && status == null && (error == null || error.equals("unknown"));
        return isConnection ? FailureType.NETWORK : FailureType.CRASH;
    }

    private static @Nullable FailureType byWord(String error, boolean limited) {
        return switch (error) {
            case "authentication_failed" -> FailureType.AUTH;
            case "billing_error" -> FailureType.BUDGET;
            // Without a structured limit a 429 is one of the moment (so many requests a minute).
            case "rate_limit" -> limited ? FailureType.RATE_LIMIT : FailureType.NETWORK;
            case "server_error", "overloaded" -> FailureType.NETWORK;
            default -> null;
        };
    }

    private static @Nullable FailureType byStatus(int status, boolean limited) {
        return switch (status) {
            case 401, 403 -> FailureType.AUTH;
            case 402 -> FailureType.BUDGET;
            case 429 -> limited ? FailureType.RATE_LIMIT : FailureType.NETWORK;
            case 408 -> FailureType.NETWORK;
            default -> status >= 500 ? FailureType.NETWORK : null;
        };
    }
}
