package dev.fuel.tui.state;

import dev.fuel.tui.difference.LineComment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A task's or an epic's work open for review, and where a person is in it.
///
/// @param part what keys act on
/// @param top  the first row of the story in view
/// @param kept what was noted on other tasks and epics in this session
public record ReviewPage(
        @Nullable ReviewSubject subject, DifferencePane pane, Part part, int top, Map<String, ReadingNotes> kept) {
    public static final ReviewPage NOTHING = new ReviewPage(null, DifferencePane.NONE, Part.DIFFERENCE, 0, Map.of());

    /// What stands on the page, in the order of Tab.
    public enum Part {
        DIFFERENCE,
        STORY,
        FILES;

        Part next(int direction) {
            List<Part> all = List.of(values());
            return all.get(Math.floorMod(all.indexOf(this) + direction, all.size()));
        }
    }

    public ReviewPage {
        kept = Map.copyOf(kept);
    }

    /// The comments that go back with "request changes".
    public List<LineComment> comments() {
        return pane.notes().comments();
    }

    /// Opens the work where it was left, if it was open before in this session.
    ReviewPage open(ReviewSubject opened) {
        Map<String, ReadingNotes> all = notes();
        String id = opened.id().value();
        DifferencePane fresh = DifferencePane.of(opened.patch(), all.getOrDefault(id, ReadingNotes.NONE));
        Part first = opened.patch().files().isEmpty() ? Part.STORY : Part.DIFFERENCE;
        return new ReviewPage(opened, fresh, first, 0, all);
    }

    private Map<String, ReadingNotes> notes() {
        Map<String, ReadingNotes> all = new HashMap<>(kept);
        if (subject != null) {
            all.put(subject.id().value(), pane.notes());
        }
        return all;
    }

    ReviewPage with(DifferencePane changed) {
        return new ReviewPage(subject, changed, part, top, kept);
    }

    ReviewPage on(Part focused) {
        return new ReviewPage(subject, pane, focused, top, kept);
    }

    ReviewPage scrolled(int distance, int width, int height) {
        int rows = subject == null ? 0 : Paragraph.rows(subject.story(), width).size();
        int last = Math.max(0, rows - height);
        return new ReviewPage(subject, pane, part, Math.clamp((long) top + distance, 0, last), kept);
    }
}
