package dev.fuel.agents;

/// How far a tool call has come.
public enum ToolState {
    RUNNING,
    DONE,
    FAILED,
    DENIED
}
