package dev.fuel.exchange;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.Word;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskType;
import dev.fuel.exchange.ForeignIssue.Link;
import dev.fuel.exchange.ForeignIssue.LinkKind;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `gh issue list --state all --json
/// number,title,body,labels,state,milestone,assignees,createdAt,updatedAt,closedAt,url` prints (gh 2.x): one array of
/// issues. Their ids are their addresses. A milestone is an epic; a label that says a type or an urgency says it here
/// too, and stays as a label.
public final class GithubIssues {
    private static final Map<String, TaskType> TYPES = Map.of(
            "enhancement", TaskType.FEATURE,
            "documentation", TaskType.DOCS,
            "tests", TaskType.TEST,
            "testing", TaskType.TEST,
            "refactoring", TaskType.REFACTOR);
    private static final Map<String, Integer> URGENCY = Map.of("critical", 0, "high", 1, "medium", 2, "low", 3);

    private GithubIssues() {}

    /// @throws Refusal if it is not what gh prints
    public static ForeignReading read(InputStream in) {
        JsonNode all;
        try {
            all = JsonMapper.shared().readTree(in);
        } catch (JacksonException cause) {
            throw new Refusal("broken_line", "not what gh prints: " + cause.getOriginalMessage());
        }
        if (!all.isArray()) {
            throw new Refusal(
                    "not_issues",
                    "not what gh prints: pipe in `gh issue list --state all --limit 1000 --json "
                            + "number,title,body,labels,state,milestone,assignees,createdAt,updatedAt,closedAt,url`");
        }
        Map<String, ForeignIssue> milestones = new LinkedHashMap<>();
        List<ForeignIssue> issues = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        int number = 0;
        for (JsonNode issue : all) {
            String place = "issue %d".formatted(++number);
            try {
                ForeignIssue read = issue(place, issue, milestones);
                issues.add(read);
            } catch (DateTimeException | IllegalArgumentException cause) {
                problems.add("%s: %s".formatted(place, cause.getMessage()));
            }
        }
        List<ForeignIssue> both = new ArrayList<>(milestones.values());
        both.addAll(issues);
        return new ForeignReading(both, problems);
    }

    private static ForeignIssue issue(String place, JsonNode issue, Map<String, ForeignIssue> milestones) {
        String url = text(issue, "url");
        String title = ForeignIssue.title(text(issue, "title"));
        if (url.isEmpty() || title.isEmpty()) {
            throw new IllegalArgumentException("no issue of gh: it has no url and title");
        }
        List<String> labels = new ArrayList<>();
        issue.path("labels").forEach(label -> labels.add(text(label, "name")));
        List<Link> links = new ArrayList<>();
        String milestone = text(issue.path("milestone"), "title");
        if (!milestone.isEmpty()) {
            String id = url.replaceFirst("/issues/\\d+$", "") + "/milestone/"
                    + issue.path("milestone").path("number").asInt(0);
            milestones.computeIfAbsent(id, _ -> milestone(place, id, issue.path("milestone")));
            links.add(new Link(LinkKind.PART_OF, "milestone", id));
        }
        boolean closed = text(issue, "state").equalsIgnoreCase("closed");
        return new ForeignIssue(
                place,
                url,
                title,
                "%s\n\n%s".formatted(text(issue, "body").strip(), url).strip(),
                type(labels),
                priority(labels),
                ForeignIssue.labels(labels),
                false,
                closed,
                null,
                null,
                instant(issue, "createdAt"),
                instant(issue, "updatedAt"),
                closed ? instant(issue, "closedAt") : null,
                links);
    }

    private static ForeignIssue milestone(String place, String id, JsonNode milestone) {
        return new ForeignIssue(
                place,
                id,
                ForeignIssue.title(text(milestone, "title")),
                text(milestone, "description"),
                TaskType.FEATURE,
                Priority.DEFAULT,
                new TreeSet<>(),
                true,
                false,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    private static TaskType type(List<String> labels) {
        for (String label : labels) {
            String word = last(label);
            TaskType type = Word.find(TaskType.class, word).orElse(TYPES.get(word));
            if (type != null) {
                return type;
            }
        }
        return TaskType.FEATURE;
    }

    /// `P1`, `priority: high`.
    private static Priority priority(List<String> labels) {
        for (String label : labels) {
            String word = last(label);
            if (word.matches("p[0-4]")) {
                return new Priority(word.charAt(1) - '0');
            }
            Integer urgency = URGENCY.get(word);
            if (urgency != null && label.toLowerCase(Locale.ROOT).startsWith("priority")) {
                return new Priority(urgency);
            }
        }
        return Priority.DEFAULT;
    }

    /// The word behind `kind/` or `type:`.
    private static String last(String label) {
        return label.toLowerCase(Locale.ROOT).replaceFirst(".*[:/]", "").strip();
    }

    private static @Nullable Instant instant(JsonNode issue, String key) {
        String text = text(issue, key);
        return text.isEmpty() ? null : Instant.parse(text);
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }
}
