package dev.fuel.config;

import dev.fuel.domain.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `${NAME}` in the values of an agent's `env`: replaced when a run starts, never before.
public final class EnvironmentReferences {
    /// The code of the refusal when a variable is not set.
    public static final String MISSING_VARIABLE = "missing_variable";

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private EnvironmentReferences() {}

    /// Whether the whole value is one reference.
    static boolean isReference(String value) {
        return REFERENCE.matcher(value).matches();
    }

    /// The agent's variables with their references replaced from the environment.
    ///
    /// @throws Refusal if a variable that is referred to is not set; the message names both, never a value
    public static Map<String, String> resolve(AgentConfig agent, Map<String, String> environment) {
        var resolved = new HashMap<String, String>();
        agent.env().forEach((name, value) -> resolved.put(name, replace(agent, name, value, environment)));
        return Map.copyOf(resolved);
    }

    private static String replace(AgentConfig agent, String name, String value, Map<String, String> environment) {
        return REFERENCE.matcher(value).replaceAll(match -> {
            String wanted = match.group(1);
            String found = environment.get(wanted);
            if (found == null) {
                throw new Refusal(
                        MISSING_VARIABLE,
                        "agents.%s.env.%s needs the variable %s, which is not set: set it where Fuel is started"
                                .formatted(agent.name(), name, wanted));
            }
            return Matcher.quoteReplacement(found);
        });
    }
}
