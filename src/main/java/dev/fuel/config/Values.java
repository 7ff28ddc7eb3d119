package dev.fuel.config;

import dev.fuel.domain.agent.AgentName;
import java.util.Locale;
import java.util.Optional;

/// The forms that single values may have; empty if the text has not that form.
final class Values {
    private Values() {}

    static Optional<Integer> count(String text) {
        return text.matches("\\d{1,6}") && Integer.parseInt(text) >= 1
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }

    static Optional<Double> positive(String text) {
        return text.matches("\\d{1,9}(\\.\\d{1,9})?") && Double.parseDouble(text) > 0
                ? Optional.of(Double.valueOf(text))
                : Optional.empty();
    }

    static Optional<Boolean> flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> Optional.of(true);
            case "false", "no", "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Optional<AgentName> agentName(String text) {
        return AgentName.isValid(text) ? Optional.of(new AgentName(text)) : Optional.empty();
    }

    /// Without a fraction that says nothing.
    static String shown(Double value) {
        return value == Math.rint(value) ? String.valueOf(value.longValue()) : String.valueOf(value);
    }
}
