package dev.fuel.tui.state;

import dev.fuel.domain.inbox.InboxId;
import java.time.Instant;

/// An item of the inbox that was put off.
///
/// @param until     when it comes back
/// @param untilText the same as people say it: `15:00`
public record SnoozedLine(InboxId id, String kind, String title, Instant until, String untilText) {}
