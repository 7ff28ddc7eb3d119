package dev.fuel.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The environment that a run's processes get.
final class AgentEnvironment {
    static final String TOKEN = "FUEL_RUN_TOKEN";

    /// Marks of an outer agent (which make a nested one refuse to start, or think itself sandboxed) and of an outer
    /// git command (which would send the agent's commits to another repository). Credentials and settings stay.
    private static final List<String> REMOVED = List.of(
            "CLAUDECODE",
            "CLAUDE_CODE_ENTRYPOINT",
            "CLAUDE_CODE_SSE_PORT",
            "CLAUDE_CODE_SESSION_ID",
            "CODEX_SANDBOX",
            "CODEX_SANDBOX_NETWORK_DISABLED",
            "CODEX_THREAD_ID",
            "CURSOR_AGENT",
            "CURSOR_TRACE_ID",
            "GEMINI_CLI",
            "OPENCODE",
            "QWEN_CODE",
            "GIT_COMMON_DIR",
            "GIT_DIR",
            "GIT_INDEX_FILE",
            "GIT_NAMESPACE",
            "GIT_OBJECT_DIRECTORY",
            "GIT_PREFIX",
            "GIT_WORK_TREE");

    /// Nobody is there to answer a question, and some programs print only local times.
    private static final Map<String, String> SET =
            Map.of("TZ", "UTC", "GIT_TERMINAL_PROMPT", "0", "GIT_EDITOR", "true", "GIT_PAGER", "cat", "PAGER", "cat");

    private AgentEnvironment() {}

    /// Fuel's own environment, made fit for an unattended program, with the launch's variables over it.
    static Map<String, String> of(Launch launch, Map<String, String> inherited) {
        Map<String, String> result = new HashMap<>(inherited);
        REMOVED.forEach(result::remove);
        result.putAll(SET);
        lay(launch.environment(), result);
        result.put(TOKEN, launch.token());
        result.put("FUEL_RUN_ID", launch.run().value());
        return result;
    }

    /// As {@link #of}, for a program that a person uses: it may ask, page and open an editor, in their time zone.
    static Map<String, String> attended(Map<String, String> inherited, Map<String, String> own) {
        Map<String, String> result = new HashMap<>(inherited);
        REMOVED.forEach(result::remove);
        lay(own, result);
        return result;
    }

    private static void lay(Map<String, String> variables, Map<String, String> result) {
        variables.forEach((name, value) -> {
            if (value.isEmpty()) {
                result.remove(name);
            } else {
                result.put(name, value);
            }
        });
    }
}
