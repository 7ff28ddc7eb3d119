package dev.fuel.config;

import java.util.List;
import java.util.Locale;

/// Which values are never shown or logged: those of variables whose names look secret.
public final class Secrets {
    /// Stands in place of a secret value.
    public static final String HIDDEN = "••••••";

    private static final List<String> MARKS =
            List.of("KEY", "TOKEN", "SECRET", "PASSWORD", "PASSWD", "CREDENTIAL", "AUTH");

    private Secrets() {}

    public static boolean isSecret(String variable) {
        String name = variable.toUpperCase(Locale.ROOT);
        return MARKS.stream().anyMatch(name::contains);
    }

    /// The value as it may be shown. A reference like `${NAME}` is no secret, what it stands for is.
    public static String shown(String variable, String value) {
        return isSecret(variable) && !EnvironmentReferences.isReference(value) ? HIDDEN : value;
    }
}
