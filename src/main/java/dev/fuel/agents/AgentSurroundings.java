package dev.fuel.agents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The variables that every agent program is started with, or without.
public final class AgentSurroundings {
    /// Marks of an agent within which Fuel itself may run. A program that finds them takes itself for a nested one:
    /// `claude` then refuses to start.
    private static final List<String> OF_AN_OUTER_AGENT = List.of(
            "CLAUDECODE",
            "CLAUDE_CODE_ENTRYPOINT",
            "CLAUDE_CODE_SSE_PORT",
            "CODEX_SANDBOX",
            "CODEX_SANDBOX_NETWORK_DISABLED",
            "CURSOR_AGENT",
            "GEMINI_CLI",
            "OPENCODE",
            "QWEN_CODE");

    /// Laid over the inherited environment; an empty value removes the variable.
    public static final Map<String, String> COMMON = common();

    private AgentSurroundings() {}

    private static Map<String, String> common() {
        var variables = new HashMap<String, String>();
        OF_AN_OUTER_AGENT.forEach(name -> variables.put(name, ""));
        // Reset times are printed in local time; escape sequences are of no use in a log.
        variables.put("TZ", "UTC");
        variables.put("NO_COLOR", "1");
        return Map.copyOf(variables);
    }
}
