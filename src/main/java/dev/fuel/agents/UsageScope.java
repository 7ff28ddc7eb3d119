package dev.fuel.agents;

/// What the consumption that a program reports at the end of a resumed run covers.
public enum UsageScope {
    /// The run alone.
    RUN,
    /// The whole session, its earlier runs included: they are to be taken off, see
    /// {@link dev.fuel.domain.run.Usage#minus}.
    SESSION
}
