package dev.fuel.agents.cursor;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.ErrorText;
import dev.fuel.agents.JsonLines;
import dev.fuel.agents.JsonReader;
import dev.fuel.agents.ToolState;
import dev.fuel.domain.run.Usage;
import java.util.Objects;
import java.util.function.Consumer;

/// `cursor-agent --print --output-format stream-json` as events. Its frame is that of Claude Code; tool calls and
/// thoughts have their own lines.
///
/// One object reads one run.
final class CursorEvents implements JsonLines.Events {
    private static final int LONGEST_THOUGHT = 1 << 20;

    private final StringBuilder thought = new StringBuilder();

    @Override
    public boolean read(JsonReader json, Consumer<AgentEvent> events) {
        CursorLine line = CursorLine.read(json);
        String subtype = Objects.requireNonNullElse(line.subtype, "");
        switch (line.type) {
            case "system" -> {
                if (subtype.equals("init")) {
                    events.accept(new AgentEvent.Started(line.sessionId, line.model));
                }
            }
            case "thinking" -> thinking(line, subtype, events);
            case "assistant" -> {
                endThought(events);
                if (!line.text.isBlank()) {
                    events.accept(new AgentEvent.Text(line.text));
                }
            }
            case "tool_call" -> toolCall(line, subtype, events);
            case "result" -> result(line, subtype, events);
            // The prompt again, and questions that the program answers itself.
            case "user", "interaction_query" -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public void end(Consumer<AgentEvent> events) {
        endThought(events);
    }

    private void thinking(CursorLine line, String subtype, Consumer<AgentEvent> events) {
        if (thought.length() < LONGEST_THOUGHT) {
            thought.append(line.text);
        }
        if (subtype.equals("completed")) {
            endThought(events);
        }
    }

    private void endThought(Consumer<AgentEvent> events) {
        if (!thought.toString().isBlank()) {
            events.accept(new AgentEvent.Thinking(thought.toString()));
        }
        thought.setLength(0);
    }

    private static void toolCall(CursorLine line, String subtype, Consumer<AgentEvent> events) {
        if (subtype.equals("started")) {
            events.accept(new AgentEvent.ToolCall(line.callId, line.toolName, line.argument, ToolState.RUNNING));
            return;
        }
        if ("rejected".equals(line.toolOutcome)) {
            events.accept(new AgentEvent.ToolDenied(line.callId, line.toolName, line.output));
        }
        boolean ok = "success".equals(line.toolOutcome) && (line.commandExit == null || line.commandExit == 0);
        events.accept(new AgentEvent.ToolResult(line.callId, ok, line.output));
    }

    private void result(CursorLine line, String subtype, Consumer<AgentEvent> events) {
        endThought(events);
        if (!line.usage.equals(Usage.UNKNOWN)) {
            events.accept(new AgentEvent.UsageReported(line.usage));
        }
        String said = Objects.requireNonNullElse(line.result, "");
        boolean ok = !line.isError && subtype.equals("success");
        if (!ok) {
            ErrorText.tell(said, events);
        }
        events.accept(new AgentEvent.Finished(ok ? said : "", ok));
    }
}
