package dev.fuel.agents.gemini;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.ErrorText;
import dev.fuel.agents.JsonLines;
import dev.fuel.agents.JsonReader;
import dev.fuel.agents.ToolState;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// `gemini --output-format stream-json` as events. Facts of version 0.61.0, November 2026.
///
/// One object reads one run.
final class GeminiEvents implements JsonLines.Events {
    private static final int LONGEST_MESSAGE = 1 << 20;

    /// What the agent is saying: it comes in pieces, which are one message until something else happens.
    private final StringBuilder message = new StringBuilder();

    private @Nullable String model;
    private @Nullable String error;

    @Override
    public boolean read(JsonReader json, Consumer<AgentEvent> events) {
        GeminiLine line = GeminiLine.read(json);
        switch (line.type) {
            case "init" -> {
                model = line.model;
                events.accept(new AgentEvent.Started(line.sessionId, line.model));
            }
            case "message" -> message(line);
            case "tool_use" -> {
                endMessage(events);
                events.accept(new AgentEvent.ToolCall(line.toolId, line.toolName, line.argument, ToolState.RUNNING));
            }
            case "tool_result" -> toolResult(line, events);
            case "error" -> error = line.severity.equals("error") ? line.message : error;
            case "result" -> result(line, events);
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public void end(Consumer<AgentEvent> events) {
        endMessage(events);
    }

    private void message(GeminiLine line) {
        if (line.role.equals("assistant") && message.length() < LONGEST_MESSAGE) {
            message.append(line.content);
        }
    }

    private String endMessage(Consumer<AgentEvent> events) {
        String text = message.toString();
        message.setLength(0);
        if (!text.isBlank()) {
            events.accept(new AgentEvent.Text(text.strip()));
        }
        return text;
    }

    /// A shell command that failed counts as a success here; its output tells.
    private static void toolResult(GeminiLine line, Consumer<AgentEvent> events) {
        String said = Objects.requireNonNullElse(line.message, "");
        if ("policy_violation".equals(line.errorType)) {
            events.accept(new AgentEvent.ToolDenied(line.toolId, "tool", said));
        }
        boolean ok = line.status.equals("success");
        events.accept(new AgentEvent.ToolResult(line.toolId, ok, line.output.isEmpty() ? said : line.output));
    }

    private void result(GeminiLine line, Consumer<AgentEvent> events) {
        String answer = endMessage(events);
        if (line.stats != null) {
            String answered = line.stats.model();
            if (answered != null && !answered.equals(model)) {
                events.accept(new AgentEvent.Started(null, answered));
            }
            events.accept(new AgentEvent.UsageReported(line.stats.usage()));
        }
        boolean ok = line.status.equals("success");
        if (!ok) {
            String said = line.message == null ? error : line.message;
            ErrorText.tell(Objects.requireNonNullElse(said, ""), events);
        }
        events.accept(new AgentEvent.Finished(ok ? answer : "", ok));
    }
}
