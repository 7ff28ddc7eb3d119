package dev.fuel.agents;

import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.TaskType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Finds the plan in what an agent has said last, whatever stands around it: the last whole JSON object that has
/// `tasks` counts.
public final class PlanAnswer {
    private PlanAnswer() {}

    /// @return the object as JSON; empty if there is none
    public static Optional<String> in(@Nullable String finalText) {
        return ObjectSearch.last(
                finalText, "tasks", object -> object.path("tasks").isArray() ? object.toString() : null);
    }

    /// The form as a JSON schema, for programs that can be held to one.
    public static String schema() {
        ObjectNode task = Schemas.object("key", "title", "description", "type", "complexity", "priority", "blocked_by");
        Schemas.text(task, "key");
        Schemas.text(task, "title");
        Schemas.text(task, "description");
        Schemas.oneOf(task, "type", TaskType.values());
        Schemas.oneOf(task, "complexity", Complexity.values());
        Schemas.number(task, "priority");
        Schemas.list(task, "blocked_by", JsonMapper.shared().createObjectNode().put("type", "string"));
        ObjectNode answer = Schemas.object("tasks");
        Schemas.list(answer, "tasks", task);
        return JsonMapper.shared().writeValueAsString(answer);
    }
}
