package dev.fuel.tui.state;

import java.util.List;

/// A column of the board.
///
/// @param total how many there truly are; the cards may be only the first of them
public record Column(ColumnKind kind, int total, List<Card> cards) {
    public Column {
        cards = List.copyOf(cards);
        if (total < cards.size()) {
            throw new IllegalArgumentException(
                    "column %s has %d cards but a total of %d".formatted(kind, cards.size(), total));
        }
    }

    public static Column empty(ColumnKind kind) {
        return new Column(kind, 0, List.of());
    }
}
