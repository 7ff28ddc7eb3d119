package dev.fuel.consume;

import dev.fuel.config.AgentConfig;
import dev.fuel.config.Autonomy;
import dev.fuel.config.KnownDriver;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.inbox.NewInboxItem;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.task.Task;
import org.jspecify.annotations.Nullable;

/// What a person is told of an agent that cannot go on by itself.
final class AgentItems {
    private AgentItems() {}

    /// Its login or its account must be mended.
    static NewInboxItem cannotWork(AgentName agent, Run run, String message) {
        return new NewInboxItem(
                InboxType.AUTH,
                cause(agent),
                "%s cannot work: %s".formatted(agent, message),
                "Mend the login or the account, then `fuel health:reset %s`. Its tasks wait, or go to its fallback."
                        .formatted(agent),
                null,
                null,
                run.id());
    }

    /// It was refused a tool.
    ///
    /// @param settings null if it was taken out of the configuration meanwhile
    static NewInboxItem wasRefused(
            String tool, AgentName agent, @Nullable AgentConfig settings, Run run, Task task, String message) {
        return new NewInboxItem(
                InboxType.PERMISSION,
                "%s:%s".formatted(InboxType.PERMISSION.word(), task.id()),
                "%s was refused %s".formatted(agent, tool),
                "%s\n%s Then `fuel retry %s`."
                        .formatted(message, settings == null ? "" : remedy(tool, settings), task.id()),
                task.epic(),
                task.id(),
                run.id());
    }

    /// The setting that would allow the tool.
    private static String remedy(String tool, AgentConfig agent) {
        if (agent.autonomy() == Autonomy.FULL) {
            return "%s has `autonomy: full` already: a rule of its own settings refuses it. Allow %s there."
                    .formatted(agent.name(), tool);
        }
        String alone = agent.driver().equals(KnownDriver.CLAUDE.word())
                ? ", or allow only this with `args: [--allowedTools, %s]`".formatted(tool)
                : "";
        return "Set `autonomy: full` for %s in .fuel/config.yaml (it is `%s`)%s."
                .formatted(agent.name(), agent.autonomy().word(), alone);
    }

    /// The cause that ends with the agent's trouble.
    static String cause(AgentName agent) {
        return "%s:%s".formatted(InboxType.AUTH.word(), agent);
    }
}
