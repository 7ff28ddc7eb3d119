package dev.fuel.tui.backend;

import dev.fuel.domain.Event;
import dev.fuel.domain.Identifier;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.review.ReviewId;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Overlap;
import dev.fuel.domain.task.Waiting;
import dev.fuel.tui.state.ActiveRun;
import dev.fuel.tui.state.Card;
import dev.fuel.tui.state.ColumnKind;
import dev.fuel.tui.state.RunLine;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts tasks, runs, items and events into the words of the screen.
final class CardReader {
    private static final String REQUEST = "request_";

    private final RunOutputs outputs;
    private final Silences silences;
    private final ZoneId zone;

    CardReader(RunOutputs outputs, Silences silences, ZoneId zone) {
        this.outputs = outputs;
        this.silences = silences;
        this.zone = zone;
    }

    Card card(ColumnKind kind, dev.fuel.domain.board.Card card, Instant now) {
        var task = card.task();
        var shownRun = card.run() == null ? card.lastRun() : card.run();
        return new Card(
                task.id(),
                task.title(),
                task.priority(),
                task.complexity(),
                task.epic(),
                shownRun == null || shownRun.agent() == null ? task.agent() : shownRun.agent(),
                task.branch(),
                since(kind, card),
                why(kind, card),
                notes(card),
                card.run() == null ? null : activeRun(card.run(), now),
                card.overlaps().stream().map(Overlap::words).toList());
    }

    static Card card(InboxItem item) {
        return new Card(
                item.id(),
                item.title(),
                null,
                null,
                item.epic(),
                null,
                null,
                item.createdAt(),
                item.type().word().replace('_', ' '),
                List.of(),
                null);
    }

    RunLine run(Run run) {
        String outcome = run.errorType() == null
                ? run.status().word()
                : "%s: %s".formatted(run.errorType().word().replace('_', ' '), run.errorMessage());
        Identifier about = run.task() == null ? run.epic() : run.task();
        return new RunLine(
                run.id(),
                run.kind(),
                run.status(),
                run.task(),
                about == null ? "" : about.value(),
                run.agent(),
                run.startedAt(),
                run.duration(),
                run.cost(),
                run.score() == null ? outcome : "%s, score %d".formatted(outcome, run.score()));
    }

    /// Whether a person watching wants to know of it; the audit log has everything.
    static boolean isNews(Event event) {
        return switch (event.what()) {
            case "task_updated",
                    "epic_updated",
                    "run_workspace",
                    "run_added",
                    "run_session",
                    "review_added",
                    "routed",
                    "run_stopping",
                    "agent_health" -> false;
            // What comes of it follows within seconds.
            default ->
                !(isRequest(event) && event.fromState() == null)
                        && !event.entityId().startsWith(ReviewId.PREFIX);
        };
    }

    private static boolean isRequest(Event event) {
        return event.what().startsWith(REQUEST);
    }

    static String words(Event event) {
        String detail = event.detail() == null || event.detail().isBlank() ? "" : ": " + event.detail();
        if (isRequest(event)) {
            // Its own states are not those of what it is about.
            String kind = event.what().substring(REQUEST.length()).replace('_', ' ');
            String back = "taken_back".equals(event.toState()) ? " taken back" : "";
            return "%s %s%s%s".formatted(event.entityId(), kind, back, detail);
        }
        String change = event.fromState() == null || event.toState() == null
                ? event.what().replace('_', ' ')
                : event.toState().replace('_', ' ');
        return "%s %s%s".formatted(event.entityId(), change, detail);
    }

    private static Instant since(ColumnKind kind, dev.fuel.domain.board.Card card) {
        var task = card.task();
        @Nullable
        Instant since = switch (kind) {
            case RUNNING -> card.run() == null ? task.startedAt() : card.run().startedAt();
            case DONE -> task.closedAt();
            case NEEDS_YOU -> card.item() == null ? null : card.item().createdAt();
            case BACKLOG, BLOCKED, READY, REVIEW -> null;
        };
        return since == null ? task.updatedAt() : since;
    }

    private String why(ColumnKind kind, dev.fuel.domain.board.Card card) {
        String reason = card.task().reason() == null ? "" : card.task().reason();
        return switch (kind) {
            case BLOCKED, READY ->
                card.waiting().stream().map(waiting -> sentence(waiting, card)).collect(Collectors.joining("; "));
            case NEEDS_YOU -> card.item() == null ? reason : card.item().title();
            case RUNNING, BACKLOG -> "";
            case REVIEW, DONE -> reason;
        };
    }

    private String sentence(Waiting waiting, dev.fuel.domain.board.Card card) {
        return waiting.sentence(card.task().updatedAt(), zone);
    }

    private static List<String> notes(dev.fuel.domain.board.Card card) {
        List<String> notes = new ArrayList<>();
        card.budgets().forEach(mark -> notes.add(mark.fact()));
        Run last = card.lastRun();
        if (last != null && last.errorType() != null) {
            notes.add("attempt %d: %s"
                    .formatted(last.attempt(), last.errorType().word().replace('_', ' ')));
        }
        String diff = card.diffStat();
        if (diff != null && !diff.isBlank()) {
            notes.add(diff.lines().reduce("", (_, line) -> line).strip());
        }
        if (!card.blocks().isEmpty()) {
            notes.add("blocks " + card.blocks().stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
        return notes;
    }

    private ActiveRun activeRun(Run run, Instant now) {
        RunOutputs.Activity activity = outputs.activity(run.id());
        Instant lastOutput = outputs.directory(run).lastOutputAt().orElse(run.startedAt());
        if (run.agent() != null) {
            silences.look(run.id(), run.agent(), lastOutput, now);
        }
        return new ActiveRun(
                run.id(),
                run.kind(),
                run.agent(),
                run.attempt(),
                run.startedAt(),
                lastOutput,
                run.agent() == null ? Silences.FIXED : silences.usual(run.agent()),
                activity.toolCalls(),
                run.cost(),
                activity.now());
    }
}
