package dev.fuel.store;

import dev.fuel.domain.Word;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.TaskType;
import dev.fuel.domain.triage.TriageKind;
import dev.fuel.domain.triage.TriageProposal;
import dev.fuel.domain.triage.TriageProposal.Part;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The column that holds what the primary has proposed for a stuck task.
final class ProposalJson {
    private ProposalJson() {}

    static String of(TriageProposal proposal) {
        ObjectNode object = Json.MAPPER.createObjectNode();
        object.put("proposal", proposal.kind().word()).put("reason", proposal.reason());
        switch (proposal) {
            case TriageProposal.Retry(AgentName agent, String _) -> object.put("agent", agent.value());
            case TriageProposal.Ask(String question, String _) -> object.put("question", question);
            case TriageProposal.Split(List<Part> parts, String _) -> {
                ArrayNode tasks = object.putArray("tasks");
                for (Part part : parts) {
                    ArrayNode after = tasks.addObject()
                            .put("title", part.title())
                            .put("description", part.description())
                            .put("type", part.type().word())
                            .put("complexity", part.complexity().word())
                            .putArray("after");
                    part.after().forEach(after::add);
                }
            }
        }
        return Json.MAPPER.writeValueAsString(object);
    }

    static TriageProposal read(String json) {
        JsonNode object = Json.MAPPER.readTree(json);
        String reason = object.path("reason").asString();
        return switch (Word.of(TriageKind.class, object.path("proposal").asString())) {
            case RETRY ->
                new TriageProposal.Retry(new AgentName(object.path("agent").asString()), reason);
            case ASK -> new TriageProposal.Ask(object.path("question").asString(), reason);
            case SPLIT -> new TriageProposal.Split(parts(object.path("tasks")), reason);
        };
    }

    private static List<Part> parts(JsonNode tasks) {
        List<Part> parts = new ArrayList<>();
        for (JsonNode task : tasks) {
            List<Integer> after = new ArrayList<>();
            task.path("after").forEach(number -> after.add(number.asInt()));
            parts.add(new Part(
                    task.path("title").asString(),
                    task.path("description").asString(),
                    Word.of(TaskType.class, task.path("type").asString()),
                    Word.of(Complexity.class, task.path("complexity").asString()),
                    after));
        }
        return parts;
    }
}
