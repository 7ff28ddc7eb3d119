package dev.fuel.tui.state;

import java.time.Instant;

/// Something that happened, in one short line.
public record EventLine(Instant at, String text) {}
