package dev.fuel.tui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Has lines read from the file where a person comes near the end of those in memory.
final class Paging {
    private Paging() {}

    static Step settle(Step step) {
        List<Effect> effects = new ArrayList<>(step.effects());
        Outputs outputs = step.state().outputs().changed(pane -> asking(pane, effects));
        return effects.size() == step.effects().size()
                ? step
                : new Step(step.state().with(outputs), effects);
    }

    private static OutputPane asking(OutputPane pane, List<Effect> effects) {
        OptionalLong missing = pane.missing();
        OutputSource source = pane.source();
        if (missing.isEmpty() || source == null) {
            return pane;
        }
        effects.add(new Effect.ReadOutput(source, missing.getAsLong(), 2 * OutputText.REACH));
        return pane.asking();
    }
}
