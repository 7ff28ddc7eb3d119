package dev.fuel.consume;

import dev.fuel.domain.run.Run;
import dev.fuel.store.Session;

/// What is to be written down of an ended run, in one transaction. It presents the run's token: of a run that has been
/// settled before, nothing is written.
@FunctionalInterface
interface Settling {
    /// @param run as it is in this transaction
    void settle(Session session, Run run);
}
