package dev.fuel.domain;

import dev.fuel.domain.run.RunId;

/// Who made a change: `human`, `consumer`, `cli` or `agent:<run id>`.
public record Actor(String value) {
    public static final Actor HUMAN = new Actor("human");
    public static final Actor CONSUMER = new Actor("consumer");
    public static final Actor CLI = new Actor("cli");

    public static Actor agent(RunId run) {
        return new Actor("agent:" + run.value());
    }

    public boolean isAgent() {
        return value.startsWith("agent:");
    }

    @Override
    public String toString() {
        return value;
    }
}
