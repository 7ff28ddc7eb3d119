package dev.fuel.tui.state;

import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.run.RunStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the board tells of one agent beyond its line: how its last runs went, and which tasks wait for it.
///
/// @param last    its last ended runs, the latest first, at most {@link #SHOWN}
/// @param median  of the time that its ended runs on the board took; empty where there are none
/// @param waiting the ready tasks that are to be worked on by it
public record AgentStory(List<RunLine> last, Optional<Duration> median, List<Card> waiting) {
    public static final int SHOWN = 5;

    public AgentStory {
        last = List.copyOf(last);
        waiting = List.copyOf(waiting);
    }

    public static AgentStory of(Board board, AgentName agent) {
        List<RunLine> ended = board.runs().stream()
                .filter(run -> agent.equals(run.agent()) && run.status() != RunStatus.RUNNING)
                .toList();
        List<Duration> times = ended.stream()
                .flatMap(run -> Stream.ofNullable(run.duration()))
                .sorted()
                .toList();
        return new AgentStory(
                ended.stream().limit(SHOWN).toList(),
                times.isEmpty() ? Optional.empty() : Optional.of(times.get(times.size() / 2)),
                board.column(ColumnKind.READY).cards().stream()
                        .filter(card -> agent.equals(card.agent()))
                        .toList());
    }
}
