package dev.fuel.tui;

import dev.fuel.domain.inbox.InboxId;
import dev.fuel.tui.canvas.Display;
import dev.fuel.tui.input.InputEvent;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.InboxLine;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells a person who looks elsewhere that something waits: the window's title counts it, and while the window has not
/// the focus a new item is told once, at most every {@link #PAUSE}.
final class Attention {
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Display display;
    private final boolean bell;
    private final Set<InboxId> known = new HashSet<>();
    private String title = "";
    private boolean loaded;
    private boolean unfocused;
    private Instant quietUntil = Instant.MIN;

    /// @param bell whether new items are told at all
    Attention(Display display, boolean bell) {
        this.display = display;
        this.bell = bell;
    }

    /// The terminal tells when its window gets and loses the focus; one that does not counts as looked at.
    void on(InputEvent event) {
        if (event instanceof InputEvent.FocusLost) {
            unfocused = true;
        } else if (event instanceof InputEvent.FocusGained) {
            unfocused = false;
        }
    }

    /// Compares with what was told before.
    void look(AppState state) {
        if (!state.loaded()) {
            return;
        }
        showTitle(state);
        List<InboxLine> fresh = state.board().inbox().stream()
                .filter(item -> !known.contains(item.id()))
                .toList();
        // What comes back, such as a snoozed item, is told again.
        known.retainAll(state.board().inbox().stream().map(InboxLine::id).collect(Collectors.toSet()));
        known.addAll(fresh.stream().map(InboxLine::id).collect(Collectors.toSet()));
        if (loaded && bell && unfocused && !fresh.isEmpty() && !state.now().isBefore(quietUntil)) {
            quietUntil = state.now().plus(PAUSE);
            InboxLine first = fresh.getFirst();
            display.ring("%s: %s".formatted(first.kind(), first.title()));
        }
        loaded = true;
    }

    private void showTitle(AppState state) {
        int waiting = state.board().inbox().size();
        String wanted = (waiting == 0 ? "" : "(%d!) ".formatted(waiting))
                + "fuel "
                + state.board().project();
        if (!wanted.equals(title)) {
            title = wanted;
            display.setTitle(wanted);
        }
    }
}
