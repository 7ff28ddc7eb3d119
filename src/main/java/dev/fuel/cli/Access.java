package dev.fuel.cli;

/// Who may give a command: an agent, known by its run token, is not its owner.
public enum Access {
    /// Changes nothing: everybody.
    READ,
    /// Agents too, within bounds that the command itself checks.
    AGENT,
    /// People only.
    PERSON
}
