package dev.fuel.agents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The last lines of a run as a pane shows them. A tool call keeps its one line, whose state changes when its result
/// comes.
///
/// Owned by one thread; {@link #lines()} gives an immutable picture of the moment to others.
public final class Transcript {
    private final int capacity;
    private final ArrayList<TranscriptLine> lines = new ArrayList<>();
    /// Calls without a result yet, by id, with the number of their line, counted from the very first.
    private final Map<String, Long> openCalls = new HashMap<>();

    private long dropped;
    private int toolCalls;

    /// @param capacity how many lines are kept at least; the oldest are dropped
    public Transcript(int capacity) {
        this.capacity = capacity;
    }

    public void add(AgentEvent event) {
        switch (event) {
            case AgentEvent.ToolCall call -> {
                toolCalls++;
                if (call.state() == ToolState.RUNNING && !call.id().isEmpty()) {
                    openCalls.put(call.id(), dropped + lines.size());
                }
            }
            case AgentEvent.ToolResult result -> settle(result.id(), result.ok() ? ToolState.DONE : ToolState.FAILED);
            case AgentEvent.ToolDenied denied -> settle(denied.id(), ToolState.DENIED);
            case AgentEvent.Started _, AgentEvent.Text _, AgentEvent.Thinking _, AgentEvent.UsageReported _ -> {}
            case AgentEvent.Limit _, AgentEvent.Retrying _, AgentEvent.SessionLost _, AgentEvent.Failed _ -> {}
            case AgentEvent.Finished _, AgentEvent.Noise _ -> {}
        }
        lines.addAll(TranscriptLines.of(event));
        // In one go for many, since the rest has to move each time.
        if (lines.size() > 2 * capacity) {
            int gone = lines.size() - capacity;
            lines.subList(0, gone).clear();
            dropped += gone;
            openCalls.values().removeIf(number -> number < dropped);
        }
    }

    /// The kept lines, oldest first.
    public List<TranscriptLine> lines() {
        return List.copyOf(lines);
    }

    /// The newest ones, at most as many as asked for.
    public List<TranscriptLine> last(int count) {
        return List.copyOf(lines.subList(Math.max(0, lines.size() - count), lines.size()));
    }

    /// How many older lines are no longer kept.
    public long dropped() {
        return dropped;
    }

    public int toolCalls() {
        return toolCalls;
    }

    private void settle(String call, ToolState state) {
        @Nullable Long number = openCalls.remove(call);
        if (number == null) {
            return;
        }
        int index = (int) (number - dropped);
        TranscriptLine line = lines.get(index);
        lines.set(index, new TranscriptLine(line.kind(), state, line.tool(), line.text()));
    }
}
