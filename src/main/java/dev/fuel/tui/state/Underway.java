package dev.fuel.tui.state;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a person has asked for and what is not done yet, so that a slow answer does not look like a dead key: nothing
/// is shown of what is quick, then the row waits, then the status line names the work.
///
/// @param works the oldest first
public record Underway(List<Work> works) {
    static final Underway NOTHING = new Underway(List.of());

    /// What takes less feels immediate.
    private static final Duration SHOWN = Duration.ofMillis(150);

    private static final Duration TOLD = Duration.ofSeconds(2);

    /// @param words the beginning of a sentence, as it goes on after "cannot"
    /// @param about the keys of the rows that wait for it
    public record Work(long number, String words, Set<String> about, Instant since) {
        public Work {
            about = Set.copyOf(about);
        }
    }

    public Underway {
        works = List.copyOf(works);
    }

    /// An item of the inbox, the task behind it and its run wait together, since a person sees one of them.
    Underway begun(Message.Begun begun, Board board, Instant now) {
        Set<String> about = new HashSet<>(begun.about());
        for (Card card : board.runningCards()) {
            ActiveRun run = card.run();
            if (run != null && about.contains(run.id().value())) {
                about.add(card.id().value());
            }
        }
        for (InboxLine item : board.inbox()) {
            Set<String> same = new HashSet<>(Set.of(item.id().value()));
            Stream.ofNullable(item.task()).forEach(task -> same.add(task.value()));
            if (same.stream().anyMatch(about::contains)) {
                about.addAll(same);
            }
        }
        Work work = new Work(begun.number(), begun.words(), about, now);
        return new Underway(Stream.concat(works.stream(), Stream.of(work)).toList());
    }

    Underway ended(long number) {
        return new Underway(
                works.stream().filter(work -> work.number() != number).toList());
    }

    boolean isAbout(String key) {
        return works.stream().anyMatch(work -> work.about().contains(key));
    }

    /// Whether the row is to show that something about it is not done yet.
    public boolean isWaiting(String key, Instant now) {
        return works.stream().anyMatch(work -> work.about().contains(key) && !now.isBefore(shown(work)));
    }

    /// What takes so long that it must be named: `approve h-0d55aa ... 3s`.
    public Optional<String> told(Instant now) {
        List<Work> slow =
                works.stream().filter(work -> !now.isBefore(told(work))).toList();
        return slow.stream()
                .findFirst()
                .map(work -> "%s ... %s%s"
                        .formatted(
                                work.words(),
                                Ages.running(Duration.between(work.since(), now)),
                                slow.size() == 1 ? "" : "   and %d more".formatted(slow.size() - 1)));
    }

    /// When the screen shows something else of it, if nothing happens before.
    ///
    /// @param step in which the elapsed time is counted
    public Optional<Instant> next(Instant now, Duration step) {
        return works.stream().map(work -> next(work, now, step)).min(Instant::compareTo);
    }

    private static Instant next(Work work, Instant now, Duration step) {
        if (now.isBefore(shown(work))) {
            return shown(work);
        }
        Instant told = told(work);
        return now.isBefore(told)
                ? told
                : told.plusMillis(step.toMillis() * (Duration.between(told, now).toMillis() / step.toMillis() + 1));
    }

    private static Instant shown(Work work) {
        return work.since().plus(SHOWN);
    }

    private static Instant told(Work work) {
        return work.since().plus(TOLD);
    }
}
