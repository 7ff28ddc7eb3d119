package dev.fuel.app;

import java.util.List;

/// One kind of thing that piles up in a project.
interface Pile {
    /// What may go now, with the way to remove it. Each may be removed whether or not the others are, and again.
    List<Removable> find();

    /// What goes in one step.
    record Removable(List<Waste> waste, Runnable removal) {
        public Removable {
            waste = List.copyOf(waste);
        }

        static Removable of(Waste waste, Runnable removal) {
            return new Removable(List.of(waste), removal);
        }
    }
}
