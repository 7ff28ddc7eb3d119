package dev.fuel.tui;

import java.util.function.LongSupplier;

/// Keeps the memory of a screen small that is open all day beside agents: the serial collector lets what is old grow up
/// to the heap's limit before it looks at any of it, and lines of output grow old before they scroll away.
final class HeapTrim {
    /// What four full panes and a large project need, twice.
    private static final long USUAL_BYTES = 64L << 20;

    /// What may be added before it is worth looking again; a collection takes some tens of milliseconds.
    private static final long GROWTH_BYTES = 24L << 20;

    private final LongSupplier committed;
    private final Runnable collection;
    private long limit = USUAL_BYTES;

    HeapTrim() {
        this(Runtime.getRuntime()::totalMemory, System::gc);
    }

    /// @param committed  the heap's size in bytes, as the system sees it
    /// @param collection gives back what is not used
    HeapTrim(LongSupplier committed, Runnable collection) {
        this.committed = committed;
        this.collection = collection;
    }

    /// Costs nothing unless the heap has grown.
    void look() {
        if (committed.getAsLong() > limit) {
            collection.run();
            limit = Math.max(USUAL_BYTES, committed.getAsLong() + GROWTH_BYTES);
        }
    }
}
