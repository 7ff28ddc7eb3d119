package dev.fuel.exchange;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.Word;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskType;
import dev.fuel.exchange.ForeignIssue.Link;
import dev.fuel.exchange.ForeignIssue.LinkKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `.beads/issues.jsonl` of Beads: one issue a line.
///
/// The fields are those of `Issue` and `Dependency` in `internal/types/types.go` of `steveyegge/beads` at 08e43d9
/// (0.2x, December 2025):
///
/// - `id`, `title`, `description`, `design`, `acceptance_criteria`, `notes`, `labels`, `comments`, `external_ref`;
///   `priority` 0 to 4, of which 0 is the most urgent; `created_at`, `updated_at`, `closed_at` (RFC 3339),
///   `close_reason`.
/// - `issue_type` is bug, feature, task, epic or chore, and, in later versions, anything.
/// - `status` is open, in_progress, blocked, closed or tombstone (deleted); later versions have deferred, pinned and
///   hooked too, and projects may have their own.
/// - `dependencies` stand with the issue that has them: `issue_id` depends on `depends_on_id`, with `type` blocks,
///   parent-child (the issue is a child), discovered-from or related; later conditional-blocks and waits-for, which
///   keep from starting as blocks does, and others, which do not.
public final class BeadsFile {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private BeadsFile() {}

    /// @throws Refusal if it cannot be read at all
    public static ForeignReading read(TextLines lines) {
        List<ForeignIssue> issues = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Optional<TextLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            try {
                JsonNode issue = MAPPER.readTree(line.get().text());
                if (issue.path("status").asString("").equals("tombstone")) {
                    continue;
                }
                issues.add(issue("line " + line.get().number(), issue));
            } catch (JacksonException cause) {
                problems.add(line.get()
                        .broken("not JSON: " + cause.getOriginalMessage())
                        .getMessage());
            } catch (DateTimeException | IllegalArgumentException cause) {
                problems.add(
                        line.get().broken(String.valueOf(cause.getMessage())).getMessage());
            }
        }
        return new ForeignReading(issues, problems);
    }

    private static ForeignIssue issue(String place, JsonNode issue) {
        String id = text(issue, "id");
        String title = ForeignIssue.title(text(issue, "title"));
        if (id.isEmpty() || title.isEmpty()) {
            throw new IllegalArgumentException("not an issue of Beads: it has no id and title");
        }
        String status = issue.path("status").asString("open");
        List<Link> links = links(id, issue.path("dependencies"));
        boolean closed = status.equals("closed");
        return new ForeignIssue(
                place,
                id,
                title,
                description(issue, links),
                type(text(issue, "issue_type")),
                new Priority(issue.path("priority").asInt(Priority.DEFAULT.value())),
                ForeignIssue.labels(texts(issue.path("labels"))),
                text(issue, "issue_type").equals("epic"),
                closed,
                text(issue, "close_reason").isEmpty() ? null : text(issue, "close_reason"),
                closed ? null : heldBecause(status, links),
                instant(issue, "created_at"),
                instant(issue, "updated_at"),
                instant(issue, "closed_at"),
                links);
    }

    /// What is at work there is not at work here; what is blocked by nothing that is named is for a person.
    private static @Nullable String heldBecause(String status, List<Link> links) {
        return switch (status) {
            case "open", "in_progress", "hooked" -> null;
            case "blocked" ->
                links.stream().anyMatch(link -> link.kind() == LinkKind.BLOCKED_BY) ? null : "blocked in Beads";
            default -> status.replace('_', ' ') + " in Beads";
        };
    }

    private static TaskType type(String word) {
        return word.equals("task")
                ? TaskType.FEATURE
                : Word.find(TaskType.class, word).orElse(TaskType.FEATURE);
    }

    private static List<Link> links(String id, JsonNode dependencies) {
        List<Link> links = new ArrayList<>();
        for (JsonNode dependency : dependencies) {
            String other = text(dependency, "depends_on_id");
            String word = dependency.path("type").asString("blocks");
            if (!other.isEmpty() && dependency.path("issue_id").asString(id).equals(id)) {
                links.add(new Link(kind(word), word, other));
            }
        }
        return links;
    }

    private static LinkKind kind(String word) {
        return switch (word) {
            case "blocks", "conditional-blocks", "waits-for" -> LinkKind.BLOCKED_BY;
            case "parent-child" -> LinkKind.PART_OF;
            case "discovered-from" -> LinkKind.DISCOVERED_FROM;
            default -> LinkKind.RELATED;
        };
    }

    private static String description(JsonNode issue, List<Link> links) {
        var text = new StringBuilder(text(issue, "description").strip());
        section(text, "Design", text(issue, "design"));
        section(text, "Acceptance criteria", text(issue, "acceptance_criteria"));
        section(text, "Notes", text(issue, "notes"));
        var comments = new StringBuilder();
        for (JsonNode comment : issue.path("comments")) {
            comments.append("%s, %s: %s\n"
                    .formatted(text(comment, "author"), text(comment, "created_at"), text(comment, "text")));
        }
        section(text, "Comments", comments.toString());
        var elsewhere = new StringBuilder(
                text(issue, "external_ref").isEmpty() ? "" : "External: %s\n".formatted(text(issue, "external_ref")));
        links.stream()
                .filter(link -> link.kind() == LinkKind.RELATED)
                .forEach(link -> elsewhere.append("%s: %s\n".formatted(link.word(), link.id())));
        section(text, "Elsewhere", elsewhere.toString());
        return text.toString();
    }

    private static void section(StringBuilder text, String heading, String content) {
        if (!content.isBlank()) {
            text.append(text.isEmpty() ? "" : "\n\n")
                    .append("## ")
                    .append(heading)
                    .append("\n\n")
                    .append(content.strip());
        }
    }

    private static @Nullable Instant instant(JsonNode issue, String key) {
        String text = text(issue, key);
        return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString("")));
        return texts;
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }
}
