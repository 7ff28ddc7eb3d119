package dev.fuel.config;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A YAML document as it was written, each part with its place.
sealed interface YamlNode {
    Position at();

    /// What it is, for messages.
    String kind();

    /// @param plain written without quotes
    record Scalar(String text, boolean plain, Position at) implements YamlNode {
        private static final Set<String> NOTHING = Set.of("", "~", "null");

        boolean isNothing() {
            return plain && NOTHING.contains(text.toLowerCase(Locale.ROOT));
        }

        @Override
        public String kind() {
            return isNothing() ? "empty" : '"' + shortened() + '"';
        }

        private String shortened() {
            return text.length() <= 40 ? text : text.substring(0, 40) + "…";
        }
    }

    record Items(List<YamlNode> nodes, Position at) implements YamlNode {
        @Override
        public String kind() {
            return "a list";
        }
    }

    record Fields(List<Field> fields, Position at) implements YamlNode {
        @Override
        public String kind() {
            return "a map";
        }
    }

    record Field(Scalar key, YamlNode value) {}
}
