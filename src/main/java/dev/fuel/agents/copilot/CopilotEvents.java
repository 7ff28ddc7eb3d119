package dev.fuel.agents.copilot;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.JsonLines;
import dev.fuel.agents.JsonReader;
import dev.fuel.agents.ToolState;
import dev.fuel.domain.run.FailureType;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// `copilot --output-format json` as events. Facts of version 1.0.102, November 2026.
///
/// One object reads one run.
final class CopilotEvents implements JsonLines.Events {
    private @Nullable String model;
    private @Nullable String lastTool;
    private String answer = "";
    private int tries;
    private boolean aborted;
    private CopilotErrors errors = new CopilotErrors();

    @Override
    public boolean read(JsonReader json, Consumer<AgentEvent> events) {
        CopilotLine line = CopilotLine.read(json);
        String type = line.type;
        switch (type) {
            case "session.tools_updated", "model.call_start" -> model(line, events);
            case "assistant.message" -> message(line, events);
            case "tool.execution_start" -> toolCall(line, events);
            case "tool.execution_complete" -> toolResult(line, events);
            case "model.call_failure" -> errors.requestFailed(line);
            case "assistant.turn_retry" -> {
                tries++;
                events.accept(new AgentEvent.Retrying(tries, 0, Objects.requireNonNullElse(line.reason, "unknown")));
            }
            case "session.error" -> errors.sessionFailed(line);
            case "abort" -> aborted = true;
            case "result" -> result(line, events);
            default -> {
                // Some hundred kinds tell of states that nobody waits for.
                return type.startsWith("session.")
                        || type.startsWith("assistant.")
                        || type.startsWith("user.")
                        || type.startsWith("model.")
                        || type.startsWith("tool.")
                        || type.startsWith("agent.");
            }
        }
        return true;
    }

    /// An error that no result follows is told at the end.
    @Override
    public void end(Consumer<AgentEvent> events) {
        errors.tell(events);
    }

    private void model(CopilotLine line, Consumer<AgentEvent> events) {
        if (line.model != null && !line.model.equals(model)) {
            model = line.model;
            events.accept(new AgentEvent.Started(null, model));
        }
    }

    private void message(CopilotLine line, Consumer<AgentEvent> events) {
        tries = 0;
        if (line.thinking != null && !line.thinking.isBlank()) {
            events.accept(new AgentEvent.Thinking(line.thinking));
        }
        if (line.content == null || line.content.isBlank()) {
            return;
        }
        events.accept(new AgentEvent.Text(line.content));
        if (line.parentCall == null) {
            model(line, events);
            answer = line.content; // What a sub-agent says is its caller's to tell.
        }
    }

    private void toolCall(CopilotLine line, Consumer<AgentEvent> events) {
        lastTool = line.toolName;
        answer = "";
        events.accept(new AgentEvent.ToolCall(line.callId, line.toolName, line.argument, ToolState.RUNNING));
    }

    /// A shell command that failed is a success to the program: its own exit code tells.
    private void toolResult(CopilotLine line, Consumer<AgentEvent> events) {
        String said = Objects.requireNonNullElse(line.message, "");
        if ("denied".equals(line.errorCode)) {
            events.accept(new AgentEvent.ToolDenied(line.callId, Objects.requireNonNullElse(lastTool, "tool"), said));
        }
        boolean ok = line.success && (line.commandExit == null || line.commandExit == 0);
        events.accept(new AgentEvent.ToolResult(line.callId, ok, line.output.isEmpty() ? said : line.output));
    }

    /// After an interruption it ends with exit code 0 all the same.
    private void result(CopilotLine line, Consumer<AgentEvent> events) {
        if (line.sessionId != null) {
            events.accept(new AgentEvent.Started(line.sessionId, null));
        }
        boolean ok = !aborted && line.exitCode != null && line.exitCode == 0;
        if (aborted) {
            events.accept(new AgentEvent.Failed(FailureType.CRASH, "interrupted"));
        } else if (!ok) {
            errors.tell(events);
        }
        errors = new CopilotErrors();
        events.accept(new AgentEvent.Finished(ok ? answer : "", ok));
    }
}
