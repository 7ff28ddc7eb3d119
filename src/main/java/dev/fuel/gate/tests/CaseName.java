package dev.fuel.gate.tests;

import java.util.regex.Pattern;

/// By what name a test is known again in another run: its class and its own name.
final class CaseName {
    /// What `Object.toString` puts behind a class's name, as in `adds(Money@1b6d3586)`: another one each time.
    private static final Pattern IDENTITY_HASH = Pattern.compile("@[0-9a-f]{4,16}\\b");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private CaseName() {}

    /// @param className `classname` of the test case; blank if the report has none
    /// @param name      `name` of the test case
    /// @param suite     the nearest suite with a name, for want of a class
    static String of(String className, String name, String suite) {
        String group = text(className).isEmpty() ? text(suite) : text(className);
        String own = text(name);
        if (own.isEmpty()) {
            return group.isEmpty() ? "(a test without a name)" : group;
        }
        // jest-junit repeats the whole name as the class by default.
        return group.isEmpty() || own.startsWith(group) ? own : group + "." + own;
    }

    private static String text(String attribute) {
        String line = SPACE.matcher(attribute).replaceAll(" ").strip();
        return IDENTITY_HASH.matcher(line).replaceAll("@…");
    }
}
