package dev.fuel.agents;

import dev.fuel.domain.Word;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.TaskType;
import dev.fuel.domain.triage.TriageKind;
import dev.fuel.domain.triage.TriageProposal;
import dev.fuel.domain.triage.TriageProposal.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Finds in what the primary has said last what it proposes for a stuck task.
///
/// The form, as the prompt gives it: `{"proposal":"retry|split|ask","reason":"…"}` with `"agent"`, `"question"` or
/// `"tasks":[{"title":"…","description":"…","type":"…","complexity":"…","after":[0]}]`. The reason, and of a part all
/// but the title, may be missing.
public final class TriageReading {
    private static final int LEAST_PARTS = 2;
    private static final int MOST_PARTS = 8;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_WORDS = 5_000;

    private TriageReading() {}

    /// @param agents who may be named
    /// @return empty if there is no such object
    public static Optional<TriageProposal> in(@Nullable String finalText, Collection<AgentName> agents) {
        return ObjectSearch.last(finalText, "proposal", object -> proposal(object, agents));
    }

    private static @Nullable TriageProposal proposal(JsonNode object, Collection<AgentName> agents) {
        String reason = line(object, "reason");
        TriageKind kind = Word.find(TriageKind.class, ObjectSearch.text(object, "proposal", LONGEST_NAME))
                .orElse(null);
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case RETRY -> {
                String name = ObjectSearch.text(object, "agent", LONGEST_NAME);
                yield agents.stream()
                        .filter(agent -> agent.value().equals(name))
                        .findFirst()
                        .map(agent -> new TriageProposal.Retry(agent, reason))
                        .orElse(null);
            }
            case ASK -> {
                String question = ObjectSearch.text(object, "question", LONGEST_WORDS);
                yield question.isEmpty() ? null : new TriageProposal.Ask(question, reason);
            }
            case SPLIT -> {
                List<Part> parts = parts(object.path("tasks"));
                yield parts == null ? null : new TriageProposal.Split(parts, reason);
            }
        };
    }

    private static @Nullable List<Part> parts(JsonNode listed) {
        if (!listed.isArray() || listed.size() < LEAST_PARTS || listed.size() > MOST_PARTS) {
            return null;
        }
        List<Part> parts = new ArrayList<>();
        for (JsonNode node : listed) {
            String title = line(node, "title");
            List<Integer> after = after(node.path("after"), parts.size());
            if (title.isEmpty() || after == null) {
                return null;
            }
            parts.add(new Part(
                    title,
                    ObjectSearch.text(node, "description", LONGEST_WORDS),
                    Word.find(TaskType.class, ObjectSearch.text(node, "type", LONGEST_NAME))
                            .orElse(TaskType.FEATURE),
                    Word.find(Complexity.class, ObjectSearch.text(node, "complexity", LONGEST_NAME))
                            .orElse(Complexity.SIMPLE),
                    after));
        }
        return parts;
    }

    /// Only parts before it can be waited for, so that there is no circle.
    private static @Nullable List<Integer> after(JsonNode listed, int number) {
        List<Integer> after = new ArrayList<>();
        for (JsonNode node : listed) {
            if (!node.isInt() || node.asInt() < 0 || node.asInt() >= number) {
                return null;
            }
            after.add(node.asInt());
        }
        return after;
    }

    private static String line(JsonNode object, String name) {
        return ObjectSearch.text(object, name, LONGEST_LINE).replaceAll("\\s+", " ");
    }

    /// The same form as a JSON schema, for programs that can be held to one: with every field, empty or null where it
    /// does not belong to what is proposed.
    public static String schema() {
        ObjectNode part = Schemas.object("title", "description", "type", "complexity", "after");
        Schemas.text(part, "title");
        Schemas.text(part, "description");
        Schemas.oneOf(part, "type", TaskType.values());
        Schemas.oneOf(part, "complexity", Complexity.values());
        ObjectNode number = JsonMapper.shared().createObjectNode();
        number.put("type", "integer");
        Schemas.list(part, "after", number);
        ObjectNode answer = Schemas.object("proposal", "reason", "agent", "question", "tasks");
        Schemas.oneOf(answer, "proposal", TriageKind.values());
        Schemas.text(answer, "reason");
        Schemas.textOrNull(answer, "agent");
        Schemas.textOrNull(answer, "question");
        Schemas.list(answer, "tasks", part);
        return JsonMapper.shared().writeValueAsString(answer);
    }
}
