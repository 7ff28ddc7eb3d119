package dev.fuel.domain.task;

/// How urgent a task is: 0 is the most urgent, 4 the least.
public record Priority(int value) implements Comparable<Priority> {
    public static final int MOST_URGENT = 0;
    public static final int LEAST_URGENT = 4;
    public static final Priority DEFAULT = new Priority(2);

    public Priority {
        if (value < MOST_URGENT || value > LEAST_URGENT) {
            throw new IllegalArgumentException("priority must be 0 (most urgent) to 4, not " + value);
        }
    }

    @Override
    public int compareTo(Priority other) {
        return Integer.compare(value, other.value);
    }

    /// The short form of the screens, `P2`.
    @Override
    public String toString() {
        return "P" + value;
    }
}
