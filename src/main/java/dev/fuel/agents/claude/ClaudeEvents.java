package dev.fuel.agents.claude;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.ErrorText;
import dev.fuel.agents.JsonLines;
import dev.fuel.agents.JsonReader;
import dev.fuel.agents.ToolState;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Usage;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// `claude -p --output-format stream-json --verbose` as events. Facts of version 2.1.330, November 2026. Other programs
/// print the same format in a {@link Dialect}.
///
/// One object reads one run.
public final class ClaudeEvents implements JsonLines.Events {
    private static final String NO_SUCH_SESSION = "No conversation found with session ID";

    private final Dialect dialect;
    private final Set<String> deniedCalls = new HashSet<>();
    private final TurnCounts turns = new TurnCounts();
    private boolean limited;
    private @Nullable String error;
    private String errorText = "";
    private @Nullable String heldBack;

    ClaudeEvents() {
        this(Dialect.CLAUDE);
    }

    public ClaudeEvents(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public boolean read(JsonReader json, Consumer<AgentEvent> events) {
        ClaudeLine line = ClaudeLine.read(json);
        tellHeldBack(line.type.equals("result") ? line.error : null, events);
        if (line.type.equals("user")) {
            turns.end(events);
        }
        switch (line.type) {
            case "system" -> system(line, events);
            case "assistant" -> assistant(line, events);
            case "user" -> user(line, events);
            case "rate_limit_event" -> rateLimit(line, events);
            case "result" -> result(line, events);
            // Pieces of what comes again whole, and signs of life.
            case "stream_event", "keep_alive", "tool_progress" -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    /// An error that no result follows is told at the end.
    @Override
    public void end(Consumer<AgentEvent> events) {
        tellHeldBack(null, events);
        turns.end(events);
        if (error != null) {
            events.accept(new AgentEvent.Failed(ClaudeErrors.classify(limited, error, null, null, null), errorText));
        }
    }

    private void system(ClaudeLine line, Consumer<AgentEvent> events) {
        switch (Objects.requireNonNullElse(line.subtype, "")) {
            case "init" -> events.accept(new AgentEvent.Started(line.sessionId, line.model));
            case "model_fallback" -> events.accept(new AgentEvent.Started(null, line.fallbackModel));
            case "api_retry" ->
                events.accept(new AgentEvent.Retrying(line.attempt, line.maxRetries, retryReason(line)));
            case "retry" -> {
                if (line.attempt > 0) {
                    events.accept(new AgentEvent.Retrying(
                            line.attempt, line.maxRetries, Objects.requireNonNullElse(line.reason, "retry")));
                }
            }
            case "permission_denied" ->
                denied(line.toolId, line.toolName, Objects.requireNonNullElse(line.text, ""), events);
            // States of the screen, hooks and background tasks; new kinds come with each release.
            default -> {}
        }
    }

    private static String retryReason(ClaudeLine line) {
        String word = Objects.requireNonNullElse(line.error, "unknown");
        return line.status == null ? word : word + " (" + line.status + ")";
    }

    private void denied(String id, @Nullable String tool, String message, Consumer<AgentEvent> events) {
        if (deniedCalls.add(id)) {
            events.accept(new AgentEvent.ToolDenied(id, Objects.requireNonNullElse(tool, "tool"), message));
        }
    }

    private void assistant(ClaudeLine line, Consumer<AgentEvent> events) {
        // The program words its own errors as the assistant's; a sub-agent's errors are its caller's business.
        boolean isError = line.error != null && line.parentCall == null;
        if (isError) {
            error = line.error;
            errorText = line.blocks.isEmpty() ? "" : line.blocks.getFirst().detail();
            return;
        }
        error = null;
        count(line, events);
        for (ContentBlock block : line.blocks) {
            switch (block.type()) {
                case "text" -> text(block.detail(), events);
                case "thinking" -> events.accept(new AgentEvent.Thinking(block.detail()));
                case "tool_use", "server_tool_use", "mcp_tool_use" ->
                    events.accept(new AgentEvent.ToolCall(block.id(), block.name(), block.detail(), ToolState.RUNNING));
                default -> results(block, events);
            }
        }
    }

    private void count(ClaudeLine line, Consumer<AgentEvent> events) {
        if (line.messageId != null && line.messageUsage != null) {
            TokenCounts counts = line.messageUsage;
            turns.take(line.messageId, dialect.cachedWithinInput() ? counts.withoutCachedInput() : counts, events);
        }
    }

    private void text(String text, Consumer<AgentEvent> events) {
        if (dialect.errorMark() != null && text.endsWith("]") && text.contains(dialect.errorMark())) {
            heldBack = text;
        } else {
            events.accept(new AgentEvent.Text(text));
        }
    }

    /// A text that ends like an error is one if the result that follows has the same error; else the agent said it.
    private void tellHeldBack(@Nullable String resultError, Consumer<AgentEvent> events) {
        if (heldBack == null) {
            return;
        }
        String said = heldBack;
        if (resultError != null && said.endsWith(resultError)) {
            said = said.substring(0, said.length() - resultError.length()).strip();
        }
        heldBack = null;
        if (!said.isEmpty()) {
            events.accept(new AgentEvent.Text(said));
        }
    }

    private void user(ClaudeLine line, Consumer<AgentEvent> events) {
        line.blocks.forEach(block -> results(block, events));
    }

    private static void results(ContentBlock block, Consumer<AgentEvent> events) {
        if (block.type().endsWith("tool_result")) {
            events.accept(new AgentEvent.ToolResult(block.id(), !block.isError(), block.detail()));
        }
    }

    private void rateLimit(ClaudeLine line, Consumer<AgentEvent> events) {
        RateLimit limit = line.rateLimit;
        limited = limit != null && limit.isReached();
        if (limit != null && limited) {
            events.accept(new AgentEvent.Limit(limit.resetsAt(), limit.message()));
        }
    }

    private void result(ClaudeLine line, Consumer<AgentEvent> events) {
        turns.forget();
        events.accept(new AgentEvent.UsageReported(usage(line)));
        line.denials.forEach(denial -> denied(denial.id(), denial.name(), denial.detail(), events));
        String text = Objects.requireNonNullElse(line.result, "");
        // On errors of the API the subtype is "success" all the same.
        boolean ok = !line.isError && "success".equals(line.subtype);
        if (!ok) {
            fail(line, events);
        }
        error = null;
        events.accept(new AgentEvent.Finished(ok ? text : "", ok));
    }

    private void fail(ClaudeLine line, Consumer<AgentEvent> events) {
        if (line.firstError != null && line.firstError.startsWith(NO_SUCH_SESSION)) {
            events.accept(new AgentEvent.SessionLost(line.firstError));
        }
        String message = message(line);
        if (dialect.errorsAreWords()) {
            ErrorText.tell(message, events);
        } else {
            FailureType type = ClaudeErrors.classify(limited, error, line.status, line.subtype, line.reason);
            events.accept(new AgentEvent.Failed(type, message));
        }
    }

    private String message(ClaudeLine line) {
        if (line.result != null && !line.result.isBlank()) {
            return line.result;
        }
        if (line.error != null && !line.error.isBlank()) {
            return line.error;
        }
        boolean aborted = line.reason != null && line.reason.startsWith("aborted");
        if (line.firstError != null && !aborted) {
            return line.firstError;
        }
        return "ended with "
                + Objects.requireNonNullElse(line.reason, line.subtype == null ? "an error" : line.subtype);
    }

    /// Of a resumed session `total_cost_usd` and `modelUsage` also hold what its earlier runs have cost, so this
    /// run's own share is taken where it is told.
    private Usage usage(ClaudeLine line) {
        if (line.usageOfRun != null) {
            return line.usageOfRun.asUsage(line.usageOfRun.costUsd(), line.turns);
        }
        if (line.usage != null) {
            TokenCounts counts = dialect.cachedWithinInput() ? line.usage.withoutCachedInput() : line.usage;
            return counts.asUsage(line.totalCost, line.turns);
        }
        return new Usage(null, null, null, line.totalCost, line.turns);
    }
}
