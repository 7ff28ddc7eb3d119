package dev.fuel.agents;

import dev.fuel.agents.TranscriptLine.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a run does, in lines for views that only ever append: the same for every program. It remembers the calls
/// whose results are still to come, and what was said, so that nothing is told twice and nothing is left out.
///
/// Owned by one thread.
public final class Transcript {
    private static final int MOST_OPEN_CALLS = 1000;

    /// In characters, without white space.
    private static final int REMEMBERED = 1 << 16;

    private final Map<String, AgentEvent.ToolCall> openCalls = new HashMap<>();
    private final StringBuilder said = new StringBuilder();

    /// The call that the newest line is about.
    private AgentEvent.@Nullable ToolCall newest;

    /// The lines that the event adds; none for some.
    public List<TranscriptLine> add(AgentEvent event) {
        List<TranscriptLine> lines = switch (event) {
            case AgentEvent.ToolResult result -> result(result);
            case AgentEvent.Finished finished -> isSaid(finished.finalText()) ? List.of() : plain(event);
            case AgentEvent.Started _, AgentEvent.Text _, AgentEvent.Thinking _ -> plain(event);
            case AgentEvent.ToolCall _, AgentEvent.ToolDenied _ -> plain(event);
            case AgentEvent.TurnEnded _, AgentEvent.UsageReported _ -> plain(event);
            case AgentEvent.Limit _, AgentEvent.Retrying _, AgentEvent.SessionLost _ -> plain(event);
            case AgentEvent.Failed _, AgentEvent.Noise _ -> plain(event);
        };
        remember(event, lines);
        return lines;
    }

    private static List<TranscriptLine> plain(AgentEvent event) {
        return TranscriptLines.of(event);
    }

    /// Right below its call a result needs no more than its output; elsewhere it says whose it is.
    private List<TranscriptLine> result(AgentEvent.ToolResult result) {
        AgentEvent.@Nullable ToolCall call = openCalls.remove(result.id());
        ToolState state = result.ok() ? ToolState.DONE : ToolState.FAILED;
        List<TranscriptLine> output = plain(result);
        var lines = new ArrayList<TranscriptLine>();
        if (call != null && !call.equals(newest)) {
            lines.add(TranscriptLines.call(call, state));
        } else if (call != null && (!result.ok() || output.isEmpty())) {
            lines.add(new TranscriptLine(Kind.OUTPUT, state, "", state.word()));
        }
        lines.addAll(output);
        return List.copyOf(lines);
    }

    private void remember(AgentEvent event, List<TranscriptLine> lines) {
        if (!lines.isEmpty()) {
            newest = null;
        }
        switch (event) {
            case AgentEvent.ToolCall call -> {
                newest = call;
                // What is never answered is not kept for ever.
                if (call.state() == ToolState.RUNNING && !call.id().isEmpty() && openCalls.size() < MOST_OPEN_CALLS) {
                    openCalls.put(call.id(), call);
                }
            }
            case AgentEvent.ToolDenied denied -> openCalls.remove(denied.id());
            case AgentEvent.Text text -> {
                said.append(withoutSpace(text.text()));
                said.delete(0, Math.max(0, said.length() - REMEMBERED));
            }
            case AgentEvent.ToolResult _, AgentEvent.Started _, AgentEvent.Thinking _ -> {}
            case AgentEvent.TurnEnded _, AgentEvent.UsageReported _ -> {}
            case AgentEvent.Limit _, AgentEvent.Retrying _ -> {}
            case AgentEvent.SessionLost _, AgentEvent.Failed _, AgentEvent.Finished _, AgentEvent.Noise _ -> {}
        }
    }

    /// Most programs repeat their last text as the answer; some give an answer that was no text before.
    private boolean isSaid(String answer) {
        String wanted = withoutSpace(answer);
        return wanted.length() > REMEMBERED || said.indexOf(wanted) >= 0;
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }
}
