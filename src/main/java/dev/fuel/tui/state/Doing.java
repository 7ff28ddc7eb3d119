package dev.fuel.tui.state;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.Trial;
import dev.fuel.domain.inbox.InboxId;
import dev.fuel.tui.action.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a person has done in this session and is doing.
///
/// @param seen      inbox items that were in view
/// @param scrolled  the row of a list whose text is scrolled
/// @param scroll    by how many rows
/// @param acted     the last action that changes something, kept against keys that are held down
/// @param actedAt   when its key was last heard of
/// @param marks     what one key acts on at once
/// @param problems  errors that have not been shown yet
/// @param underway  what is not done yet
/// @param known     actions that need no tip any more
/// @param trials    what came of the tests of agents, the last of each
public record Doing(
        History history,
        Set<InboxId> seen,
        String scrolled,
        int scroll,
        String acted,
        Instant actedAt,
        Marks marks,
        List<Overlay.Problem> problems,
        Underway underway,
        Set<Action> known,
        Map<AgentName, Trial> trials) {
    static final Doing NOTHING = new Doing(
            History.EMPTY,
            Set.of(),
            "",
            0,
            "",
            Instant.MIN,
            Marks.NONE,
            List.of(),
            Underway.NOTHING,
            Set.of(),
            Map.of());

    /// Longer than the time after which a held key begins to repeat.
    private static final Duration STILL_HELD = Duration.ofMillis(700);

    public Doing {
        seen = Set.copyOf(seen);
        problems = List.copyOf(problems);
        known = Set.copyOf(known);
        trials = Map.copyOf(trials);
    }

    Doing with(History changed) {
        return new Doing(changed, seen, scrolled, scroll, acted, actedAt, marks, problems, underway, known, trials);
    }

    Doing with(Marks changed) {
        return new Doing(history, seen, scrolled, scroll, acted, actedAt, changed, problems, underway, known, trials);
    }

    Doing with(Underway changed) {
        return new Doing(history, seen, scrolled, scroll, acted, actedAt, marks, problems, changed, known, trials);
    }

    Doing withProblems(List<Overlay.Problem> waiting) {
        return new Doing(history, seen, scrolled, scroll, acted, actedAt, marks, waiting, underway, known, trials);
    }

    Doing seeing(InboxId item) {
        Set<InboxId> more = new HashSet<>(seen);
        more.add(item);
        return new Doing(history, more, scrolled, scroll, acted, actedAt, marks, problems, underway, known, trials);
    }

    Doing scrolledTo(String row, int rows) {
        return new Doing(history, seen, row, rows, acted, actedAt, marks, problems, underway, known, trials);
    }

    /// How far the text of the row is scrolled.
    public int scrollOf(String row) {
        return row.equals(scrolled) ? scroll : 0;
    }

    /// Whether the action comes from a key that is held down.
    boolean isHeld(Action action, Instant now) {
        return acted.equals(action.id()) && now.isBefore(actedAt.plus(STILL_HELD));
    }

    Doing acting(Action action, Instant now) {
        return new Doing(history, seen, scrolled, scroll, action.id(), now, marks, problems, underway, known, trials);
    }

    Doing knowing(Action action) {
        Set<Action> more = new HashSet<>(known);
        more.add(action);
        return new Doing(history, seen, scrolled, scroll, acted, actedAt, marks, problems, underway, more, trials);
    }

    Doing with(Trial trial) {
        Map<AgentName, Trial> more = new HashMap<>(trials);
        more.put(trial.agent(), trial);
        return new Doing(history, seen, scrolled, scroll, acted, actedAt, marks, problems, underway, known, more);
    }
}
