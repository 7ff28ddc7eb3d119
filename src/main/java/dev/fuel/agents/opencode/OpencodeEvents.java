package dev.fuel.agents.opencode;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.JsonLines;
import dev.fuel.agents.JsonReader;
import dev.fuel.agents.ToolState;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Usage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// `opencode run --format json` as events. Facts of version 1.18.33, November 2026.
///
/// One object reads one run.
final class OpencodeEvents implements JsonLines.Events {
    /// How the state of a refused tool call begins its error.
    private static final String REFUSED = "The user rejected permission";

    private final StringBuilder answer = new StringBuilder();
    private @Nullable String session;
    private @Nullable String lastReason;
    private AgentEvent.@Nullable ToolDenied denied;
    private @Nullable OpencodeError error;

    @Override
    public boolean read(JsonReader json, Consumer<AgentEvent> events) {
        OpencodeLine line = OpencodeLine.read(json);
        if (session == null && line.session != null) {
            session = line.session;
            events.accept(new AgentEvent.Started(session, null));
        }
        OpencodePart part = line.part;
        switch (line.type) {
            case "step_start" -> answer.setLength(0);
            case "text" -> text(part.text, events);
            case "reasoning" -> events.accept(new AgentEvent.Thinking(part.text));
            case "tool_use" -> tool(part, events);
            case "step_finish" -> stepFinished(part, events);
            case "error" -> error = line.error;
            default -> {
                return false;
            }
        }
        return true;
    }

    /// There is no last word on failures: only now is it known that nothing came after an error.
    @Override
    public void end(Consumer<AgentEvent> events) {
        if (error != null) {
            error.tell(events);
        } else if (denied != null && "tool-calls".equals(lastReason)) {
            events.accept(new AgentEvent.Failed(
                    FailureType.PERMISSION, "%s was refused: %s".formatted(denied.tool(), denied.message())));
        } else if ("length".equals(lastReason)) {
            events.accept(new AgentEvent.Failed(FailureType.CRASH, "the answer was longer than the model may answer"));
        }
    }

    private void text(String text, Consumer<AgentEvent> events) {
        error = null; // It went on, so the error was passed.
        answer.append(answer.isEmpty() ? "" : "\n").append(text);
        events.accept(new AgentEvent.Text(text));
    }

    /// A call is told of when it has ended.
    private void tool(OpencodePart part, Consumer<AgentEvent> events) {
        error = null;
        boolean refused = part.toolError.startsWith(REFUSED);
        boolean ok = part.status.equals("completed") && (part.exitCode == null || part.exitCode == 0);
        ToolState state = ok ? ToolState.DONE : refused ? ToolState.DENIED : ToolState.FAILED;
        events.accept(new AgentEvent.ToolCall(part.callId, part.tool, part.argument, state));
        if (refused) {
            denied = new AgentEvent.ToolDenied(part.callId, part.tool, part.toolError);
            events.accept(denied);
        } else {
            events.accept(
                    new AgentEvent.ToolResult(part.callId, ok, part.output.isEmpty() ? part.toolError : part.output));
        }
    }

    private void stepFinished(OpencodePart part, Consumer<AgentEvent> events) {
        lastReason = part.reason;
        events.accept(new AgentEvent.UsageReported(new Usage(
                part.input + part.cacheWrite, part.outputTokens + part.reasoning, part.cacheRead, part.cost, 1)));
        if ("stop".equals(part.reason)) {
            error = null;
            events.accept(new AgentEvent.Finished(answer.toString(), true));
        }
    }
}
