package dev.fuel.agents;

import dev.fuel.domain.Word;
import dev.fuel.domain.review.Issue;
import dev.fuel.domain.review.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Finds the verdict in what a reviewer has said last, whatever stands around it: prose, fences, another object, or the
/// same once more. The last whole object that says all that a verdict must say counts.
///
/// The form, as the prompt gives it: `{"verdict":"pass|fail","summary":"…","issues":[{"type":"…",
/// "severity":"blocking|follow_up","file":"…","line":1,"description":"…"}]}`. Type, file, line and summary may be
/// missing.
public final class VerdictReading {
    private static final int MOST_ISSUES = 100;
    private static final int LONGEST_WORDS = 10_000;
    private static final int LONGEST_NAME = 500;

    private VerdictReading() {}

    /// @return empty if there is no such object
    public static Optional<Verdict> in(@Nullable String finalText) {
        return ObjectSearch.last(finalText, "verdict", VerdictReading::verdict);
    }

    private static @Nullable Verdict verdict(JsonNode object) {
        Verdict.Decision decision = Word.find(
                        Verdict.Decision.class, ObjectSearch.text(object, "verdict", LONGEST_NAME))
                .orElse(null);
        JsonNode listed = object.path("issues");
        if (decision == null || !listed.isArray() || listed.size() > MOST_ISSUES) {
            return null;
        }
        List<Issue> issues = new ArrayList<>();
        for (JsonNode node : listed) {
            Issue issue = issue(node);
            if (issue == null) {
                return null;
            }
            issues.add(issue);
        }
        return new Verdict(decision, ObjectSearch.text(object, "summary", LONGEST_WORDS), issues);
    }

    private static @Nullable Issue issue(JsonNode node) {
        Issue.Severity severity = Word.find(Issue.Severity.class, ObjectSearch.text(node, "severity", LONGEST_NAME))
                .orElse(null);
        String description = ObjectSearch.text(node, "description", LONGEST_WORDS);
        if (severity == null || description.isBlank()) {
            return null;
        }
        String type = ObjectSearch.text(node, "type", LONGEST_NAME);
        String file = ObjectSearch.text(node, "file", LONGEST_NAME);
        JsonNode line = node.path("line");
        return new Issue(
                type.isBlank() ? "other" : type,
                severity,
                file.isBlank() ? null : file,
                line.isInt() && line.asInt() > 0 ? line.asInt() : null,
                description);
    }
}
