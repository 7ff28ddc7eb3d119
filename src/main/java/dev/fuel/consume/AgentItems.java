package dev.fuel.consume;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.inbox.NewInboxItem;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Task;

/// What a person is told of an agent that cannot go on by itself.
final class AgentItems {
    private AgentItems() {}

    /// Its login or its account must be mended.
    static NewInboxItem cannotWork(FailureType failure, AgentName agent, Run run, String message) {
        InboxType type = failure == FailureType.BUDGET ? InboxType.BUDGET : InboxType.AUTH;
        return new NewInboxItem(
                type,
                "%s:%s".formatted(type.word(), agent),
                "%s cannot work: %s".formatted(agent, message),
                "Mend the login or the account, then `fuel health:reset %s`. Its tasks wait, or go to its fallback."
                        .formatted(agent),
                null,
                null,
                run.id());
    }

    /// It was refused a tool.
    static NewInboxItem wasRefused(String tool, AgentName agent, Run run, Task task, String message) {
        return new NewInboxItem(
                InboxType.PERMISSION,
                "%s:%s".formatted(InboxType.PERMISSION.word(), task.id()),
                "%s was refused %s".formatted(agent, tool),
                "%s\nAllow it in the agent's autonomy or args in .fuel/config.yaml, then `fuel retry %s`."
                        .formatted(message, task.id()),
                task.epic(),
                task.id(),
                run.id());
    }
}
