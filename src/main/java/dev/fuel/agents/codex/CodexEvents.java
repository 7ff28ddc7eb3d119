package dev.fuel.agents.codex;

import dev.fuel.agents.AgentEvent;
import dev.fuel.agents.ErrorText;
import dev.fuel.agents.JsonLines;
import dev.fuel.agents.JsonReader;
import dev.fuel.agents.ToolState;
import dev.fuel.domain.run.Usage;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `codex exec --json` as events. Facts of version 0.169.0, November 2026.
///
/// One object reads one run.
final class CodexEvents implements JsonLines.Events {
    /// `Reconnecting... 2/5 (reason)`, `Reconnecting... waiting for network (reason)`: it goes on by itself.
    private static final Pattern RECONNECTING =
            Pattern.compile("Reconnecting\\.\\.\\. (?:(\\d{1,4})/(\\d{1,4})|waiting for network) ?\\(?(.*?)\\)?");

    private static final String SESSION_IS_FULL = "ran out of room in the model's context window";

    private final Set<String> running = new HashSet<>();
    private Usage total = Usage.UNKNOWN;
    private String lastMessage = "";
    private int waits;
    private @Nullable String error;

    @Override
    public boolean read(JsonReader json, Consumer<AgentEvent> events) {
        CodexLine line = CodexLine.read(json);
        switch (line.type) {
            case "thread.started" -> events.accept(new AgentEvent.Started(line.threadId, null));
            case "item.started" -> started(line.item, events);
            case "item.completed" -> completed(line.item, events);
            case "turn.started", "item.updated" -> {}
            case "error" -> error(Objects.requireNonNullElse(line.message, ""), events);
            case "turn.completed" -> turnCompleted(line.usage, events);
            case "turn.failed" -> turnFailed(Objects.requireNonNullElse(line.message, "the turn failed"), events);
            default -> {
                return false;
            }
        }
        return true;
    }

    /// An error that no failed turn follows is told at the end.
    @Override
    public void end(Consumer<AgentEvent> events) {
        if (error != null) {
            fail(error, events);
        }
    }

    private void started(@Nullable CodexItem item, Consumer<AgentEvent> events) {
        if (item != null && item.isTool() && running.add(item.id())) {
            events.accept(call(item, ToolState.RUNNING));
        }
    }

    private void completed(@Nullable CodexItem item, Consumer<AgentEvent> events) {
        if (item == null) {
            return;
        }
        error = null;
        switch (item.type()) {
            case "agent_message" -> {
                lastMessage = item.text();
                events.accept(new AgentEvent.Text(item.text()));
            }
            case "reasoning" -> events.accept(new AgentEvent.Thinking(item.text()));
            default -> {
                // An item of type "error" is a remark: an unknown model's figures, another transport.
                if (item.isTool()) {
                    toolCompleted(item, events);
                }
            }
        }
    }

    private void toolCompleted(CodexItem item, Consumer<AgentEvent> events) {
        if (!running.remove(item.id())) {
            events.accept(call(item, item.hasFailed() ? ToolState.FAILED : ToolState.DONE));
        }
        if (item.status().equals("declined")) {
            events.accept(new AgentEvent.ToolDenied(item.id(), item.name(), item.argument()));
        }
        events.accept(new AgentEvent.ToolResult(item.id(), !item.hasFailed(), item.text()));
    }

    private static AgentEvent call(CodexItem item, ToolState state) {
        return new AgentEvent.ToolCall(item.id(), item.name(), item.argument(), state);
    }

    private void error(String message, Consumer<AgentEvent> events) {
        Matcher reconnecting = RECONNECTING.matcher(message);
        if (!reconnecting.matches()) {
            error = message;
        } else if (reconnecting.group(1) == null) {
            events.accept(new AgentEvent.Retrying(++waits, 0, reconnecting.group(3)));
        } else {
            events.accept(new AgentEvent.Retrying(
                    Integer.parseInt(reconnecting.group(1)),
                    Integer.parseInt(reconnecting.group(2)),
                    reconnecting.group(3)));
        }
    }

    /// The reported usage grows from turn to turn, so what earlier turns of this run had is taken off.
    private void turnCompleted(@Nullable Usage reported, Consumer<AgentEvent> events) {
        if (reported != null) {
            events.accept(new AgentEvent.UsageReported(reported.minus(total)));
            total = reported;
        }
        error = null;
        events.accept(new AgentEvent.Finished(lastMessage, true));
    }

    private void turnFailed(String message, Consumer<AgentEvent> events) {
        error = null;
        fail(message, events);
        events.accept(new AgentEvent.Finished("", false));
    }

    /// It does not make a full session shorter when that goes on: it would fail at once, each time.
    private static void fail(String message, Consumer<AgentEvent> events) {
        if (message.contains(SESSION_IS_FULL)) {
            events.accept(new AgentEvent.SessionLost(message));
        }
        ErrorText.tell(message, events);
    }
}
