package dev.fuel.gate;

import dev.fuel.domain.review.Check;
import java.util.ArrayList;
import java.util.List;

/// What the deterministic checks say of a task's work.
///
/// @param fuelFiles changed files of Fuel's own configuration: such work lands by a person's hand only
public record Examination(List<Check> checks, List<String> fuelFiles) {
    public Examination {
        checks = List.copyOf(checks);
        fuelFiles = List.copyOf(fuelFiles);
    }

    static Examination of(List<Check> checks) {
        return new Examination(checks, List.of());
    }

    /// The same and one more.
    public Examination with(Check check) {
        List<Check> all = new ArrayList<>(checks);
        all.add(check);
        return new Examination(all, fuelFiles);
    }
}
