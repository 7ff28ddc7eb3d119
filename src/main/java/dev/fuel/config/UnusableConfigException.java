package dev.fuel.config;

import java.util.List;

/// The configuration is needed and cannot be used. The message has one line for each problem.
public final class UnusableConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ConfigReading.Unusable reading;

    UnusableConfigException(ConfigReading.Unusable reading) {
        super(reading.message());
        this.reading = reading;
    }

    public List<ConfigProblem> problems() {
        return reading.problems();
    }
}
