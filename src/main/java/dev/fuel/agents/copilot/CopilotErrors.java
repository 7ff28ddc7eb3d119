package dev.fuel.agents.copilot;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.ErrorText;
import dev.fuel.agents.ResetTime;
import dev.fuel.domain.run.FailureType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What went wrong in one run: the last failed request, and what the program made of it.
final class CopilotErrors {
    private @Nullable CopilotLine request;
    private @Nullable CopilotLine session;

    /// A request failed; the program will try again, or give up.
    void requestFailed(CopilotLine line) {
        request = line;
    }

    /// The program gave up.
    void sessionFailed(CopilotLine line) {
        session = line;
    }

    /// Tells of the error, if the program gave up over one.
    void tell(Consumer<AgentEvent> events) {
        if (session == null) {
            return;
        }
        String message = Objects.requireNonNullElse(session.message, "");
        FailureType type = type(session, message);
        if (type == FailureType.RATE_LIMIT) {
            events.accept(new AgentEvent.Limit(resetsAt(session), message));
        }
        events.accept(new AgentEvent.Failed(type, message));
    }

    private FailureType type(CopilotLine error, String message) {
        return switch (Objects.requireNonNullElse(error.errorType, "")) {
            case "authentication", "authorization" -> FailureType.AUTH;
            case "quota" -> FailureType.RATE_LIMIT;
            case "rate_limit" -> limit();
            default ->
                byStatus(error.status).or(() -> ErrorText.classify(message)).orElseGet(this::byRequest);
        };
    }

    /// GitHub's own limits are those of a plan. A provider of one's own also has limits of the moment; which it is
    /// only stands in the JSON of its answer.
    private FailureType limit() {
        String answer = request == null || request.message == null ? "" : request.message;
        if (answer.contains("\"insufficient_quota\"")) {
            return FailureType.BUDGET;
        }
        boolean ofPlan = request == null || !request.ownProvider || answer.contains("\"usage_limit_reached\"");
        return ofPlan ? FailureType.RATE_LIMIT : FailureType.NETWORK;
    }

    private static Optional<FailureType> byStatus(@Nullable Long status) {
        if (status == null) {
            return Optional.empty();
        }
        return switch (status.intValue()) {
            case 401, 403 -> Optional.of(FailureType.AUTH);
            case 402 -> Optional.of(FailureType.BUDGET);
            case 408, 429 -> Optional.of(FailureType.NETWORK);
            default -> status >= 500 ? Optional.of(FailureType.NETWORK) : Optional.of(FailureType.CRASH);
        };
    }

    private FailureType byRequest() {
        return request != null && "transport".equals(request.failureKind) ? FailureType.NETWORK : FailureType.CRASH;
    }

    /// The provider's answer names it, the program's own words do not always.
    private @Nullable Instant resetsAt(CopilotLine error) {
        return Optional.ofNullable(request)
                .flatMap(CopilotErrors::namedTime)
                .or(() -> namedTime(error))
                .orElse(null);
    }

    private static Optional<Instant> namedTime(CopilotLine line) {
        if (line.message == null || line.timestamp == null) {
            return Optional.empty();
        }
        try {
            return ResetTime.in(line.message, Instant.parse(line.timestamp), ResetTime.AGENT_ZONE);
        } catch (DateTimeParseException e) {
            return Optional.empty(); // Without the time of writing, a time that is relative to it has no meaning.
        }
    }
}
