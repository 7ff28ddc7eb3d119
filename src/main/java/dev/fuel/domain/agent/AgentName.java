package dev.fuel.domain.agent;

import java.util.regex.Pattern;

/// The name of an entry under `agents:` in the configuration.
public record AgentName(String value) implements Comparable<AgentName> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    /// @throws IllegalArgumentException if it is not letters, digits and `-_.`, at most 64
    public AgentName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an agent's name: '%s'".formatted(value));
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(AgentName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
