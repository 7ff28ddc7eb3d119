package dev.fuel.consume;

import dev.fuel.config.FuelConfig;
import dev.fuel.config.Limits;
import dev.fuel.domain.run.Run;
import dev.fuel.gate.Workspace;
import dev.fuel.store.Session;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is particular to the runs of one kind: what they are started from, what they leave, and what their end means.
///
/// All that is the same for every kind stands in {@link ActiveRuns}: processes, adoption after a crash, stops, limits,
/// and that a run is settled once. Rows of runs are written by who decides on them ({@link Claims}, {@link
/// GateKeeper}).
interface RunConduct {
    /// Reads what the run is about, on the loop's thread.
    ///
    /// @return makes ready what it is started from, beside the loop; what that throws goes to {@link #notStarted}
    Supplier<Preparation> preparing(Run run, FuelConfig config);

    /// Notes where the run works, in the transaction that notes its process: nothing, unless that changes what the run
    /// is about.
    default void started(Session session, Run run, Workspace workspace) {}

    /// Finds where the run works that an earlier consumer started, if that is not noted. On the loop's thread.
    ///
    /// @return null if it need not be known
    default @Nullable Workspace findWorkspace(Run run, FuelConfig config) {
        return null;
    }

    /// Reads what the ended run was about, on the loop's thread.
    ///
    /// @param exitCode null when there is none to be had: its process may be gone without a trace
    /// @return gathers what it has left, beside the loop; may be repeated
    Supplier<Settling> gathering(Run run, @Nullable Integer exitCode, FuelConfig config);

    /// It never came to work: mostly the same as {@link #broken}.
    default Settling notStarted(Run run, RuntimeException failure, FuelConfig config) {
        return broken(run, failure);
    }

    /// What it left could not be understood or written down.
    Settling broken(Run run, RuntimeException failure);

    /// How long it may take and be silent.
    default Limits limits(FuelConfig config) {
        return config.limits();
    }
}
