package dev.fuel.config;

/// The text is no YAML, or YAML that a configuration may not use.
final class BadYaml extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Position at;

    BadYaml(Position at, String message) {
        super(message);
        this.at = at;
    }

    Position at() {
        return at;
    }
}
