package dev.fuel.domain.board;

import java.time.Instant;
import java.util.List;

/// All columns, in the order of {@link Place}.
public record Board(List<Column> columns, Instant at) {
    public Board {
        columns = List.copyOf(columns);
    }

    public Column column(Place place) {
        return columns.stream()
                .filter(column -> column.place() == place)
                .findFirst()
                .orElseThrow();
    }

    /// One column.
    ///
    /// @param count how many tasks stand in it
    /// @param cards the first of them: by start (Running), latest end (Done), else in the order in which they would
    ///     start
    public record Column(Place place, int count, List<Card> cards) {
        public Column {
            cards = List.copyOf(cards);
        }
    }
}
