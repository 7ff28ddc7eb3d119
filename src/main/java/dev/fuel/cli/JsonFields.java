package dev.fuel.cli;

import dev.fuel.app.EpicEvidence;
import dev.fuel.app.EpicStory;
import dev.fuel.app.HealthActions.AgentReport;
import dev.fuel.app.RunQueries;
import dev.fuel.app.TaskStory;
import dev.fuel.app.WaitingTask;
import dev.fuel.consume.EpicReport;
import dev.fuel.domain.Word;
import dev.fuel.domain.agent.AgentCondition;
import dev.fuel.domain.agent.AgentHealth;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.review.Issue;
import dev.fuel.domain.review.Review;
import dev.fuel.domain.run.Cost;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.Spending;
import dev.fuel.domain.task.Overlap;
import dev.fuel.domain.task.Task;
import dev.fuel.domain.task.Waiting;
import dev.fuel.git.Change;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known, as the stable fields of `--json`. A run's token is a secret and is never among them.
final class JsonFields {
    private JsonFields() {}

    static void task(Json json, Task task) {
        json.text("id", task.id())
                .text("title", task.title())
                .text("description", task.description())
                .text("type", task.type().word())
                .number("priority", task.priority().value())
                .text("complexity", task.complexity().word())
                .text("status", task.status().word())
                .texts(
                        "held_by",
                        task.heldBy().stream().sorted().map(Word::word).toList())
                .text("epic_id", task.epic())
                .text("agent", task.agent())
                .text("goes_on_with", task.goesOnWith())
                .texts("labels", task.labels())
                .text("not_before", task.notBefore())
                .number("attempts", task.attempts())
                .number("review_rounds", task.reviewRounds())
                .text("last_review_issues", task.lastReviewIssues())
                .number("open_blockers", task.openBlockers())
                .text("base_branch", task.baseBranch())
                .text("base_commit", task.baseCommit())
                .text("branch", task.branch())
                .text("commit_hash", task.commit())
                .text("reason", task.reason())
                .text("created_by", task.createdBy())
                .text("created_at", task.createdAt())
                .text("updated_at", task.updatedAt())
                .text("started_at", task.startedAt())
                .text("closed_at", task.closedAt());
    }

    static void overlap(Json json, Overlap overlap) {
        json.text("task_id", overlap.with()).texts("files", overlap.files());
    }

    /// A task, and in words why it waits.
    static void waitingTask(Json json, WaitingTask waiting) {
        task(json, waiting.task());
        reasons(json, waiting.reasons());
    }

    /// Whether it may start, and in words why not. No time is of today here, so each is written with its date.
    private static void reasons(Json json, List<Waiting> reasons) {
        json.flag("ready", reasons.isEmpty())
                .texts(
                        "waiting",
                        reasons.stream()
                                .map(reason -> reason.sentence(Instant.EPOCH, ZoneOffset.UTC))
                                .toList());
    }

    static void story(Json json, TaskStory story) {
        task(json, story.task());
        reasons(json, story.waiting());
        spending(json, story.spending());
        json.objects("overlaps", story.overlaps(), JsonFields::overlap);
        json.texts("blocked_by", story.blockers().stream().map(Task::id).toList())
                .texts("blocks", story.dependants().stream().map(Task::id).toList())
                .texts("discovered_from", story.origins().stream().map(Task::id).toList())
                .objects("runs", story.runs(), JsonFields::run)
                .objects(
                        "reviews",
                        Optional.ofNullable(story.lastReview()).stream().toList(),
                        JsonFields::review)
                .objects("inbox", story.items(), JsonFields::item);
    }

    static void story(Json json, EpicStory story) {
        epic(json, story.epic());
        spending(json, story.spending());
        json.texts("agents", story.agents())
                .objects("task_list", story.tasks(), JsonFields::waitingTask)
                .objects("inbox", story.items(), JsonFields::item);
    }

    /// What a person decides about an epic from.
    static void evidence(Json json, EpicEvidence evidence) {
        EpicReport report = evidence.report();
        Change change = evidence.change();
        epic(json, report.epic());
        spending(json, report.spending());
        json.texts("agents", report.agents())
                .texts("checks", report.checks())
                .text("base_commit", change == null ? null : change.base())
                .text("head_commit", change == null ? null : change.head())
                .number("files_changed", change == null ? null : change.files())
                .number("lines_added", change == null ? null : change.added())
                .number("lines_removed", change == null ? null : change.removed())
                .number("commit_count", change == null ? null : change.count())
                .objects("commits", change == null ? List.of() : change.commits(), JsonFields::commit)
                .objects("task_list", report.tasks(), JsonFields::task)
                .objects("reviews", report.reviews(), JsonFields::review)
                .objects("runs", report.runs(), JsonFields::run);
    }

    private static void commit(Json json, Change.Commit commit) {
        json.text("hash", commit.hash()).text("author", commit.author()).text("subject", commit.subject());
    }

    static void epic(Json json, Epic epic) {
        json.text("id", epic.id())
                .text("title", epic.title())
                .text("description", epic.description())
                .text("status", epic.status().word())
                .number("tasks", epic.tasks())
                .number("tasks_open", epic.tasksOpen())
                .number("tasks_closed", epic.tasksClosed())
                .text("plan_file", epic.planFile())
                .text("base_branch", epic.baseBranch())
                .text("branch", epic.branch())
                .flag("held", epic.held())
                .texts(
                        "held_by",
                        epic.heldBy().stream().sorted().map(Word::word).toList())
                .text("summary", epic.summary())
                .text("created_at", epic.createdAt())
                .text("updated_at", epic.updatedAt())
                .text("reviewed_at", epic.reviewedAt())
                .text("approved_at", epic.approvedAt())
                .text("approved_by", epic.approvedBy())
                .text("changes_requested_at", epic.changesRequestedAt());
    }

    static void run(Json json, Run run) {
        json.text("id", run.id())
                .text("kind", run.kind().word())
                .text("task_id", run.task())
                .text("epic_id", run.epic())
                .text("agent", run.agent())
                .text("model", run.model())
                .text("status", run.status().word())
                .text("stopping", word(run.stopping()))
                .number("exit_code", run.exitCode())
                .number("pid", run.process() == null ? null : run.process().pid())
                .text("started_at", run.startedAt())
                .text("completed_at", run.completedAt())
                .number(
                        "duration_ms",
                        run.duration() == null ? null : run.duration().toMillis())
                .text("session_id", run.sessionId())
                .text("error_type", word(run.errorType()))
                .text("error_message", run.errorMessage())
                .text("claimed_done", run.claimedDone())
                .text("final_text", run.finalText())
                .text("diff_stat", run.diffStat())
                .text("git_status", run.gitStatus())
                .number("cost_usd", run.usage().costUsd())
                .text("cost_source", word(run.costSource()))
                .number("tokens_in", run.usage().tokensIn())
                .number("tokens_out", run.usage().tokensOut())
                .number("tokens_cached", run.usage().tokensCached())
                .number("turns", run.usage().turns())
                .text("workspace_path", run.workspacePath())
                .text("base_commit", run.baseCommit())
                .text("head_commit", run.headCommit())
                .number("attempt", run.attempt())
                .text("resumed_from", run.resumedFrom())
                .number("score", run.score())
                .number("rating", run.rating());
    }

    static void day(Json json, RunQueries.Day day) {
        json.text("date", day.date());
        spending(json, day.spending());
    }

    /// Sums over runs: the same keys as of one run.
    static void spending(Json json, Spending spending) {
        Cost cost = spending.cost();
        json.number("runs_ended", spending.runs())
                .number("cost_usd", cost == null ? null : cost.usd())
                .text("cost_source", cost == null ? null : word(cost.source()))
                .number("runs_of_unknown_cost", spending.unpriced())
                .number("tokens_in", spending.tokensIn())
                .number("tokens_out", spending.tokensOut())
                .number("tokens_cached", spending.tokensCached());
    }

    static void review(Json json, Review review) {
        json.text("id", review.id())
                .text("task_id", review.task())
                .text("run_id", review.run())
                .text("head_commit", review.head())
                .text("agent", review.agent())
                .text("status", review.status().word())
                .text("verdict", word(review.verdict()))
                .objects("checks", review.checks(), JsonFields::check)
                .text("summary", review.summary())
                .objects("issues", review.issues(), JsonFields::issue)
                .texts("followup_task_ids", review.followUps())
                .text("started_at", review.startedAt())
                .text("completed_at", review.completedAt());
    }

    private static void check(Json json, Check check) {
        json.text("name", check.name()).text("outcome", check.outcome().word()).text("detail", check.detail());
    }

    private static void issue(Json json, Issue issue) {
        json.text("type", issue.type())
                .text("severity", issue.severity().word())
                .text("file", issue.file())
                .number("line", issue.line())
                .text("description", issue.description());
    }

    static void item(Json json, InboxItem item) {
        json.text("id", item.id())
                .text("type", item.type().word())
                .text("title", item.title())
                .text("body", item.body())
                .text("related_epic_id", item.epic())
                .text("related_task_id", item.task())
                .text("related_run_id", item.run())
                .text("created_at", item.createdAt())
                .text("read_at", item.readAt())
                .text("actioned_at", item.actionedAt())
                .text("snoozed_until", item.snoozedUntil())
                .text("action", item.action());
    }

    static void health(Json json, AgentReport report, Instant now) {
        AgentHealth health = report.health();
        AgentCondition condition = report.condition();
        json.text("agent", health.agent())
                .flag("available", condition.canWork())
                .text("state", condition.word())
                .text("words", report.words(now, ZoneId.systemDefault()))
                .number("running", report.running())
                .number("tasks_waiting", report.waiting())
                .number("consecutive_failures", health.consecutiveFailures())
                .text("backoff_until", health.backoffUntil())
                .text("backoff_reason", health.backoffReason())
                .text("stopped_reason", health.stoppedReason())
                .text("last_success_at", health.lastSuccessAt())
                .text("last_failure_at", health.lastFailureAt())
                .number("total_runs", health.totalRuns())
                .number("total_successes", health.totalSuccesses());
    }

    private static @Nullable String word(@Nullable Word word) {
        return word == null ? null : word.word();
    }
}
