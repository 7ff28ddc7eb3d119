package dev.fuel.agents;

import dev.fuel.domain.Word;
import dev.fuel.domain.review.Issue;
import dev.fuel.domain.review.Verdict;
import java.io.CharArrayReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finds the verdict in what a reviewer has said last, whatever stands around it: prose, fences, another object, or the
/// same once more. The last whole object that says all that a verdict must say counts.
///
/// The form, as the prompt gives it: `{"verdict":"pass|fail","summary":"…","issues":[{"type":"…",
/// "severity":"blocking|follow_up","file":"…","line":1,"description":"…"}]}`. Type, file, line and summary may be
/// missing.
public final class VerdictReading {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int MOST_ISSUES = 100;
    private static final int LONGEST_WORDS = 10_000;
    private static final int LONGEST_NAME = 500;

    private VerdictReading() {}

    /// @return empty if there is no such object
    public static Optional<Verdict> in(@Nullable String finalText) {
        if (finalText == null) {
            return Optional.empty();
        }
        String text = CleanText.tail(finalText, LONGEST_TEXT);
        char[] letters = text.toCharArray();
        @Nullable Verdict last = null;
        int at = text.indexOf('{');
        while (at >= 0) {
            @Nullable Found found = objectAt(letters, at);
            @Nullable Verdict verdict = found == null ? null : verdict(found.object());
            last = verdict == null ? last : verdict;
            // What stands inside a verdict, or inside what pretends to be one, is quoted.
            boolean whole = found != null && found.object().has("verdict");
            at = text.indexOf('{', whole && found != null ? found.end() : at + 1);
        }
        return Optional.ofNullable(last);
    }

    private record Found(JsonNode object, int end) {}

    /// Fails at the first sign that is no JSON, so that prose with braces costs little.
    private static @Nullable Found objectAt(char[] text, int start) {
        try (JsonParser parser = MAPPER.createParser(new CharArrayReader(text, start, text.length - start))) {
            JsonNode node = parser.readValueAsTree();
            return new Found(node, start + (int) parser.currentLocation().getCharOffset());
        } catch (JacksonException notJson) {
            return null;
        }
    }

    private static @Nullable Verdict verdict(JsonNode object) {
        Verdict.Decision decision = Word.find(Verdict.Decision.class, text(object, "verdict", LONGEST_NAME))
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
        return new Verdict(decision, text(object, "summary", LONGEST_WORDS), issues);
    }

    private static @Nullable Issue issue(JsonNode node) {
        Issue.Severity severity = Word.find(Issue.Severity.class, text(node, "severity", LONGEST_NAME))
                .orElse(null);
        String description = text(node, "description", LONGEST_WORDS);
        if (severity == null || description.isBlank()) {
            return null;
        }
        String type = text(node, "type", LONGEST_NAME);
        String file = text(node, "file", LONGEST_NAME);
        JsonNode line = node.path("line");
        return new Issue(
                type.isBlank() ? "other" : type,
                severity,
                file.isBlank() ? null : file,
                line.isInt() && line.asInt() > 0 ? line.asInt() : null,
                description);
    }

    private static String text(JsonNode object, String name, int longest) {
        JsonNode node = object.path(name);
        return node.isString()
                ? CleanText.head(CleanText.of(node.asString()), longest).strip()
                : "";
    }
}
