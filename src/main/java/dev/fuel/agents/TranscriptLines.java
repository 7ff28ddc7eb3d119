package dev.fuel.agents;

import dev.fuel.agents.TranscriptLine.Kind;
import dev.fuel.domain.run.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The words for each event, taken for itself.
final class TranscriptLines {
    /// Of a tool's output.
    private static final int SHOWN_LINES = 5;

    /// In characters; longer ones are broken, so that no single line is out of proportion.
    private static final int LONGEST_LINE = 4000;

    private TranscriptLines() {}

    static List<TranscriptLine> of(AgentEvent event) {
        return switch (event) {
            case AgentEvent.Started started -> List.of(TranscriptLine.of(Kind.NOTICE, started(started)));
            case AgentEvent.Text text -> lines(Kind.TEXT, text.text());
            case AgentEvent.Thinking thinking -> lines(Kind.THINKING, thinking.text());
            case AgentEvent.ToolCall call -> List.of(call(call, call.state()));
            case AgentEvent.ToolResult result -> folded(lines(Kind.OUTPUT, result.output()));
            case AgentEvent.ToolDenied denied ->
                lines(Kind.ERROR, "denied: " + denied.tool() + ": " + denied.message());
            case AgentEvent.TurnEnded _ -> List.of();
            case AgentEvent.UsageReported report -> List.of(TranscriptLine.of(Kind.NOTICE, usage(report.usage())));
            case AgentEvent.Limit limit ->
                lines(Kind.ERROR, limit.message() + (limit.resetsAt() == null ? "" : ", resets " + limit.resetsAt()));
            case AgentEvent.Retrying retry -> List.of(TranscriptLine.of(Kind.NOTICE, retry(retry)));
            case AgentEvent.SessionLost lost -> lines(Kind.ERROR, lost.message());
            case AgentEvent.Failed failed -> lines(Kind.ERROR, failed.type().word() + ": " + failed.message());
            case AgentEvent.Finished finished -> lines(Kind.TEXT, finished.finalText());
            case AgentEvent.Noise noise -> lines(Kind.NOISE, noise.line() + (noise.cut() ? "…" : ""));
        };
    }

    static TranscriptLine call(AgentEvent.ToolCall call, ToolState state) {
        return new TranscriptLine(Kind.TOOL, state, call.name(), call.argument());
    }

    private static String started(AgentEvent.Started started) {
        String model = started.model() == null ? "" : started.model();
        if (started.sessionId() == null) {
            return "model " + model;
        }
        return "session " + started.sessionId() + (model.isEmpty() ? "" : ", " + model);
    }

    private static String retry(AgentEvent.Retrying retry) {
        String of = retry.of() > 0 ? " of " + retry.of() : "";
        return "retry " + retry.attempt() + of + ": " + retry.reason();
    }

    private static String usage(Usage usage) {
        var parts = new ArrayList<String>();
        if (usage.tokensIn() != null) {
            parts.add("tokens in " + usage.tokensIn());
        }
        if (usage.tokensCached() != null) {
            parts.add("cached " + usage.tokensCached());
        }
        if (usage.tokensOut() != null) {
            parts.add("out " + usage.tokensOut());
        }
        if (usage.costUsd() != null) {
            parts.add(String.format(Locale.ROOT, "$%.4f", usage.costUsd()));
        }
        return parts.isEmpty() ? "usage not known" : String.join(", ", parts);
    }

    private static List<TranscriptLine> folded(List<TranscriptLine> lines) {
        if (lines.size() <= SHOWN_LINES) {
            return lines;
        }
        var shown = new ArrayList<>(lines.subList(0, SHOWN_LINES));
        shown.add(TranscriptLine.of(Kind.OUTPUT, "…"));
        return List.copyOf(shown);
    }

    private static List<TranscriptLine> lines(Kind kind, String text) {
        var lines = new ArrayList<TranscriptLine>();
        text.stripTrailing().lines().forEach(line -> {
            String rest = line;
            while (rest.length() > LONGEST_LINE) {
                String head = CleanText.head(rest, LONGEST_LINE);
                lines.add(TranscriptLine.of(kind, head));
                rest = rest.substring(head.length());
            }
            lines.add(TranscriptLine.of(kind, rest));
        });
        return List.copyOf(lines);
    }
}
