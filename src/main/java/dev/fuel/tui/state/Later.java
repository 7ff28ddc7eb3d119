package dev.fuel.tui.state;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What will change by itself when its time has come.
///
/// @param pending in the order in which it was asked for
/// @param snoozed what comes back first stands first
public record Later(List<PendingAct> pending, List<SnoozedLine> snoozed) {
    public static final Later NOTHING = new Later(List.of(), List.of());

    public Later {
        pending = List.copyOf(pending);
        snoozed = List.copyOf(snoozed);
    }

    /// When the next of it comes after a snapshot was read: that is out of date then.
    public Optional<Instant> next(Instant read) {
        return Stream.concat(
                        pending.stream().map(PendingAct::due), snoozed.stream().map(SnoozedLine::until))
                .filter(read::isBefore)
                .min(Comparator.naturalOrder());
    }
}
