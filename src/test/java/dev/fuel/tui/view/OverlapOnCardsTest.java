package dev.fuel.tui.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskId;
import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Look;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.state.Card;
import dev.fuel.tui.state.ColumnKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlapOnCardsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private static final Card CARD = new Card(
            new TaskId("f-8f1044"),
            "Retry 409 on capture",
            new Priority(1),
            null,
            null,
            null,
            null,
            NOW,
            "",
            List.of(),
            null,
            List.of("overlaps f-3a9c12: src/App.java"));

    @Test
    void aSignStandsBesideTheIdAndTheFilesBelowTheTitle() {
        assertThat(drawn(Look.COLOUR, 3)).contains("f-8f1044 P1 ⚠", "\n   ⚠ overlaps f-3a9c12: src/App.java");
        assertThat(drawn(Look.COLOUR, 2)).contains("f-8f1044 P1 ⚠").doesNotContain("overlaps");
    }

    @Test
    void withoutUnicodeTheSignIsAnExclamationMark() {
        assertThat(drawn(Look.ASCII_MONO, 3)).contains("f-8f1044 P1 !", "\n   ! overlaps f-3a9c12: src/App.java");
    }

    private static String drawn(Look look, int rows) {
        Canvas canvas = Canvas.blank(new Size(40, rows), look);
        CardView.draw(canvas, CARD, ColumnKind.REVIEW, false, false, NOW);
        return canvas.text();
    }
}
