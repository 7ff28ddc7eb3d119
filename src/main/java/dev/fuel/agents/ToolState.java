package dev.fuel.agents;

import dev.fuel.domain.Word;

/// How far a tool call has come.
public enum ToolState implements Word {
    RUNNING("run"),
    DONE("ok"),
    FAILED("failed"),
    DENIED("denied");

    private final String word;

    ToolState(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
