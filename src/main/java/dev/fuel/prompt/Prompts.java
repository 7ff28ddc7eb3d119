package dev.fuel.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.Epic;
import dev.fuel.domain.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The prompts for agents. A template `NAME.md` in the project's `prompts` folder overrides the built-in one; it is
/// read each time, so that an edit counts at once.
public final class Prompts {
    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(false).defaultValue("").emptyStringIsFalse(true);

    private final Path overrides;

    /// @param overrides `.fuel/prompts`; need not exist
    public Prompts(Path overrides) {
        this.overrides = overrides;
    }

    /// What a work prompt is made of.
    ///
    /// @param plan        the epic's plan; null if it has none
    /// @param blockers    what the tasks that it waited for have delivered, as text
    /// @param lastFailure how the attempt before ended, if it failed
    /// @param branch      the branch of its own worktree; null when it works in the project's own folder
    /// @param base        what that branch started from
    public record WorkFacts(
            Task task,
            @Nullable Epic epic,
            @Nullable String plan,
            String blockers,
            @Nullable String lastFailure,
            @Nullable String branch,
            @Nullable String base) {}

    /// The prompt for a fresh session.
    public String work(WorkFacts facts) {
        return fill("work", facts);
    }

    /// The prompt for a session that goes on.
    public String resume(WorkFacts facts) {
        return fill("resume", facts);
    }

    /// What a reviewer is asked with.
    ///
    /// @param range   the commits that are reviewed, as `git diff` takes them; null where there is no change
    /// @param diff    as much of the change as can be shown; null where there is none
    /// @param leftOut names of the changed files that are not shown, one on each line
    /// @param answer  what the author said at the end
    /// @param checks  what the checks have found, one on each line
    /// @param rounds  what earlier reviews of the same task have asked for
    public record ReviewFacts(
            Task task,
            @Nullable Epic epic,
            @Nullable String range,
            @Nullable String diff,
            String leftOut,
            @Nullable String answer,
            String checks,
            String rounds) {}

    /// What an agent is asked with that is to make work fit onto its target.
    ///
    /// @param target    the branch that has been brought in
    /// @param conflicts the files in conflict, one on each line
    /// @param theirs    the commits that came with it, one on each line
    /// @param ours      the task's own commits
    public record MergeFacts(
            Task task,
            @Nullable Epic epic,
            String branch,
            String target,
            String conflicts,
            String theirs,
            String ours) {}

    /// What an agent is asked with that is to make an epic fit onto its base branch; the values are those of {@link
    /// MergeFacts}.
    public record EpicMergeFacts(
            Epic epic, String branch, String target, String conflicts, String theirs, String ours) {}

    /// What who sums up an epic is asked with.
    ///
    /// @param plan    the epic's plan; null if it has none
    /// @param tasks   each with how it ended
    /// @param checks  what the checks of the tasks have found, one check on each line
    /// @param range   the commits, as `git diff` takes them; null where there is no change
    /// @param stat    how much has changed; null where there is no change
    /// @param diff    as much of the change as can be shown; null where there is none
    /// @param leftOut names of the changed files that are not shown, one on each line
    public record EpicReviewFacts(
            Epic epic,
            @Nullable String plan,
            String tasks,
            String checks,
            @Nullable String range,
            @Nullable String stat,
            @Nullable String diff,
            String leftOut) {}

    /// The prompt for who sums up an epic.
    public String epicReview(EpicReviewFacts facts) {
        Map<String, Object> values = values(facts.epic());
        put(values, "plan", facts.plan());
        put(values, "tasks", facts.tasks());
        put(values, "checks", facts.checks());
        put(values, "range", facts.range());
        put(values, "stat", facts.stat());
        put(values, "diff", facts.diff());
        put(values, "leftOut", facts.leftOut());
        return fill("epic_review", values);
    }

    /// What who plans an epic is asked with.
    ///
    /// @param plan    the epic's plan file; null if it has none
    /// @param tasks   that it has already, one on each line
    /// @param problem why the last answer could not be used; null if there was none
    /// @param answer  what that was
    public record PlanFacts(
            Epic epic,
            @Nullable String plan,
            String tasks,
            @Nullable String problem,
            @Nullable String answer) {}

    /// The prompt for who plans an epic.
    public String plan(PlanFacts facts) {
        Map<String, Object> values = values(facts.epic());
        put(values, "plan", facts.plan());
        put(values, "tasks", facts.tasks());
        put(values, "problem", facts.problem());
        put(values, "answer", facts.answer());
        return fill("plan", values);
    }

    /// The prompt for who resolves the conflicts of an epic with its base branch.
    public String mergeOfEpic(EpicMergeFacts facts) {
        Map<String, Object> values = values(facts.epic());
        put(values, "what", "epic");
        put(values, "branch", facts.branch());
        put(values, "target", facts.target());
        put(values, "conflicts", facts.conflicts());
        put(values, "theirs", facts.theirs());
        put(values, "ours", facts.ours());
        return fill("merge", values);
    }

    /// The prompt for a reviewer.
    public String review(ReviewFacts facts) {
        Map<String, Object> values = values(facts.task(), facts.epic());
        put(values, "range", facts.range());
        put(values, "diff", facts.diff());
        put(values, "leftOut", facts.leftOut());
        put(values, "answer", facts.answer());
        put(values, "checks", facts.checks());
        put(values, "rounds", facts.rounds());
        return fill("review", values);
    }

    /// The question to a reviewer whose answer had no verdict that could be read.
    ///
    /// @param answer what it was, for one who does not remember it; else null
    public String repair(Task task, @Nullable String answer) {
        Map<String, Object> values = values(task, null);
        put(values, "answer", answer);
        return fill("repair", values);
    }

    /// The prompt for who resolves a merge's conflicts.
    public String merge(MergeFacts facts) {
        Map<String, Object> values = values(facts.task(), facts.epic());
        put(values, "what", "task");
        put(values, "branch", facts.branch());
        put(values, "target", facts.target());
        put(values, "conflicts", facts.conflicts());
        put(values, "theirs", facts.theirs());
        put(values, "ours", facts.ours());
        return fill("merge", values);
    }

    /// What the primary is asked with who should do what.
    ///
    /// @param agents  who may be named, with what is known of each, one on each line
    /// @param tasks   that somebody is wanted for
    /// @param problem what was wrong with its last answer; null for a first question
    public record RouteFacts(
            String agents, String tasks, @Nullable String problem) {}

    /// The prompt for who routes.
    public String route(RouteFacts facts) {
        Map<String, Object> values = new HashMap<>();
        put(values, "agents", facts.agents());
        put(values, "tasks", facts.tasks());
        put(values, "problem", facts.problem());
        return fill("route", values);
    }

    /// What the primary is asked with that is to say what to do about a task.
    ///
    /// @param attempts how it was tried, oldest first
    /// @param agents   who could try next, with what is known of each, one on each line
    /// @param problem  what was wrong with its last answer; null for a first question
    public record TriageFacts(
            Task task,
            @Nullable Epic epic,
            String attempts,
            String agents,
            @Nullable String problem) {}

    /// The prompt for who says what to do about a task that has used up its attempts.
    public String triage(TriageFacts facts) {
        Map<String, Object> values = values(facts.task(), facts.epic());
        put(values, "attempts", facts.attempts());
        put(values, "agents", facts.agents());
        put(values, "problem", facts.problem());
        return fill("triage", values);
    }

    private static Map<String, Object> values(Epic epic) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", epic.id().value());
        values.put("title", epic.title());
        values.put("description", epic.description());
        return values;
    }

    private static Map<String, Object> values(Task task, @Nullable Epic epic) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", task.id().value());
        values.put("title", task.title());
        values.put("description", task.description());
        values.put("type", task.type().word());
        values.put("complexity", task.complexity().word());
        put(values, "issues", task.lastReviewIssues());
        put(values, "note", task.note());
        put(values, "epic", epic == null ? null : epic.title());
        put(values, "epicDescription", epic == null ? null : epic.description());
        return values;
    }

    private String fill(String name, WorkFacts facts) {
        Map<String, Object> values = values(facts.task(), facts.epic());
        put(values, "plan", facts.plan());
        put(values, "blockers", facts.blockers());
        put(values, "lastFailure", facts.lastFailure());
        put(values, "branch", facts.branch());
        put(values, "base", facts.base());
        return fill(name, values);
    }

    private String fill(String name, Map<String, Object> values) {
        try {
            return template(name).execute(values);
        } catch (MustacheException e) {
            throw new Refusal(
                    "bad_template", "the prompt template %s.md cannot be used: %s".formatted(name, e.getMessage()));
        }
    }

    private static void put(Map<String, Object> values, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value.strip());
        }
    }

    private Template template(String name) {
        Path override = overrides.resolve(name + ".md");
        try {
            if (Files.isRegularFile(override)) {
                return COMPILER.compile(Files.readString(override, UTF_8));
            }
            try (InputStream builtIn = Prompts.class.getResourceAsStream("/prompts/" + name + ".md")) {
                if (builtIn == null) {
                    throw new IllegalStateException("no built-in prompt template " + name);
                }
                return COMPILER.compile(new String(builtIn.readAllBytes(), UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the prompt template " + override, e);
        }
    }
}
