package dev.fuel.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commented configuration that `fuel init` writes. It is valid as it stands, whatever was found.
public final class ConfigTemplate {
    private static final String HEAD = """
            # Fuel's configuration. Everything has a default: `fuel config` shows what holds and why.
            # An edit is taken up at once; a broken one is refused with line and column.

            """;

    private static final String ROUTING = """
            # Who routes, plans and reviews epics, and who gets which work.
            primary: claude-opus
            routing: complexity            # complexity | primary | learned
            complexity: {trivial: claude-haiku, simple: claude-sonnet, moderate: claude-sonnet, complex: claude-opus}

            """;

    private static final String LIMITS = """
            max_concurrent: 4              # runs at a time
            limits: {timeout: 60m, stall: 15m, max_review_rounds: 3}
            # budget: {run_usd: 5, task_usd: 15, epic_usd: 60, day_usd: 50}

            """;

    private static final String REVIEW = """
            # What finished work must pass, besides a clean tree with a commit in it.
            # review:
            #   tests: {command: "./mvnw -q verify", reports: "target/surefire-reports/TEST-*.xml", timeout: 15m}
            #   human: epics               # epics | all: what waits for your approval

            """;

    private static final String EXAMPLE = """
            # No known agent program was found on PATH. Any program can be one: the prompt goes to its standard input,
            # it works and commits in the folder that it is started in, and exit code 0 says that it is done.
            # agents:
            #   mine:   {driver: command, command: [./agent.sh], prompt: stdin}
            #   claude: {driver: claude, model: sonnet}
            agents: {}
            """;

    private static final String AGENTS = """
            # autonomy: full (the default) lets an agent run commands without asking, which it needs to test and commit.
            agents:
            """;

    private static final String CLAUDE = """
              claude-opus:   {driver: claude, model: opus, max_concurrent: 2, fallback: [claude-sonnet]}
              claude-sonnet: {driver: claude, model: sonnet, max_concurrent: 3}
              claude-haiku:  {driver: claude, model: haiku, max_concurrent: 3}
            """;

    private ConfigTemplate() {}

    /// @param found drivers whose program is on PATH
    /// @param base  the branch that work starts from and lands on; null outside git
    public static String write(List<KnownDriver> found, @Nullable String base) {
        return HEAD + routing(found) + LIMITS + REVIEW + workspace(base) + agents(found);
    }

    private static String routing(List<KnownDriver> found) {
        if (found.isEmpty()) {
            return "";
        }
        if (found.contains(KnownDriver.CLAUDE)) {
            return ROUTING;
        }
        return """
                # Who routes, plans and reviews epics, and gets the work that `complexity` gives to nobody else.
                primary: %s

                """.formatted(found.getFirst().word());
    }

    private static String agents(List<KnownDriver> found) {
        if (found.isEmpty()) {
            return EXAMPLE;
        }
        var agents = new StringBuilder(AGENTS);
        for (KnownDriver driver : found) {
            agents.append(
                    driver == KnownDriver.CLAUDE
                            ? CLAUDE
                            : "  %-14s {driver: %s, max_concurrent: 2}\n"
                                    .formatted(driver.word() + ":", driver.word()));
        }
        return agents.append("  # mine:        {driver: command, command: [./agent.sh], prompt: stdin}\n")
                .toString();
    }

    private static String workspace(@Nullable String base) {
        if (base == null) {
            return """
                    # Not a git repository: agents work in this folder itself.
                    workspace: {mode: shared}

                    """;
        }
        return """
                # Each task has its own git worktree; its work lands on the base branch.
                workspace:
                  mode: worktree             # worktree | shared
                  base: %s
                  # setup: npm ci            # runs in each new worktree
                  # copy: [.env]             # ignored files that each worktree gets a copy of

                """.formatted(quoted(base));
    }

    /// A branch may have a name that YAML reads otherwise.
    private static String quoted(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9_./-]*") && !text.matches("(?i)null|true|false|yes|no|on|off")
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
