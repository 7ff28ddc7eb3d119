package dev.fuel.tui.state;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.epic.EpicStatus;
import dev.fuel.tui.canvas.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Work that can be read and judged: what waits for a person first, then what the checks are at, then epics on their
/// way.
///
/// @param stage what it is at, in words
/// @param since when it came there, if that is known
public record ReviewLine(
        Identifier id,
        String title,
        String stage,
        Role role,
        @Nullable Instant since) {
    public static List<ReviewLine> of(Board board) {
        List<ReviewLine> lines = new ArrayList<>();
        for (InboxLine item : board.inbox()) {
            Identifier about = item.task() != null ? item.task() : item.epic();
            if (about != null && item.type().isAboutWork()) {
                lines.add(new ReviewLine(
                        about,
                        title(board, about, item.title()),
                        item.type().word().replace('_', ' '),
                        Role.NEEDS,
                        item.since()));
            }
        }
        for (Card card : board.column(ColumnKind.REVIEW).cards()) {
            lines.add(new ReviewLine(card.id(), card.title(), "checks", Role.REVIEW, card.since()));
        }
        for (EpicLine epic : board.epics()) {
            if (epic.status() != EpicStatus.APPROVED && epic.done() > 0) {
                String stage = "%d of %d tasks".formatted(epic.done(), epic.total());
                lines.add(new ReviewLine(epic.id(), epic.title(), stage, Role.TEXT, null));
            }
        }
        Set<Identifier> seen = new HashSet<>();
        return lines.stream().filter(line -> seen.add(line.id())).toList();
    }

    private static String title(Board board, Identifier about, String otherwise) {
        return board.card(about)
                .map(Card::title)
                .or(() -> board.epics().stream()
                        .filter(epic -> epic.id().equals(about))
                        .map(EpicLine::title)
                        .findFirst())
                .orElse(Objects.requireNonNull(otherwise));
    }
}
