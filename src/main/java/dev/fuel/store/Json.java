package dev.fuel.store;

import dev.fuel.domain.Word;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.RoutingDecision.Candidate;
import dev.fuel.domain.review.Check;
import dev.fuel.domain.review.Issue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// The columns that hold JSON.
final class Json {
    static final JsonMapper MAPPER = JsonMapper.shared();

    /// A tree's own `toString` looks for its serializer anew each time.
    private static final ObjectWriter WRITER = MAPPER.writerFor(JsonNode.class);

    private Json() {}

    static String ofChecks(Collection<Check> checks) {
        ArrayNode array = MAPPER.createArrayNode();
        for (Check check : checks) {
            array.addObject()
                    .put("name", check.name())
                    .put("outcome", check.outcome().word())
                    .put("detail", check.detail());
        }
        return WRITER.writeValueAsString(array);
    }

    static List<Check> checks(String json) {
        List<Check> checks = new ArrayList<>();
        for (JsonNode check : MAPPER.readTree(json)) {
            checks.add(new Check(
                    check.path("name").asString(),
                    Word.of(Check.Outcome.class, check.path("outcome").asString()),
                    check.path("detail").asString()));
        }
        return checks;
    }

    static String ofIssues(Collection<Issue> issues) {
        ArrayNode array = MAPPER.createArrayNode();
        for (Issue issue : issues) {
            array.addObject()
                    .put("type", issue.type())
                    .put("severity", issue.severity().word())
                    .put("file", issue.file())
                    .put("line", issue.line())
                    .put("description", issue.description());
        }
        return WRITER.writeValueAsString(array);
    }

    static List<Issue> issues(String json) {
        List<Issue> issues = new ArrayList<>();
        for (JsonNode issue : MAPPER.readTree(json)) {
            JsonNode file = issue.path("file");
            JsonNode line = issue.path("line");
            issues.add(new Issue(
                    issue.path("type").asString(),
                    Word.of(Issue.Severity.class, issue.path("severity").asString()),
                    file.isString() ? file.asString() : null,
                    line.isInt() ? line.asInt() : null,
                    issue.path("description").asString()));
        }
        return issues;
    }

    static String ofCandidates(Collection<Candidate> candidates) {
        ArrayNode array = MAPPER.createArrayNode();
        for (Candidate candidate : candidates) {
            array.addObject()
                    .put("agent", candidate.agent().value())
                    .put("in", candidate.in())
                    .put("reason", candidate.reason());
        }
        return WRITER.writeValueAsString(array);
    }

    static List<Candidate> candidates(String json) {
        List<Candidate> candidates = new ArrayList<>();
        for (JsonNode candidate : MAPPER.readTree(json)) {
            candidates.add(new Candidate(
                    new AgentName(candidate.path("agent").asString()),
                    candidate.path("in").asBoolean(),
                    candidate.path("reason").asString()));
        }
        return candidates;
    }

    static String ofTexts(Collection<String> texts) {
        ArrayNode array = MAPPER.createArrayNode();
        texts.forEach(array::add);
        return WRITER.writeValueAsString(array);
    }

    static SortedSet<String> texts(String json) {
        return new TreeSet<>(list(json));
    }

    /// The same in its order.
    static List<String> list(String json) {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : MAPPER.readTree(json)) {
            texts.add(text.asString());
        }
        return texts;
    }
}
