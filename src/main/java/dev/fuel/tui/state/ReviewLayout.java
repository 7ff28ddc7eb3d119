package dev.fuel.tui.state;

import dev.fuel.tui.canvas.Rectangle;
import dev.fuel.tui.canvas.Size;

/// Where the parts of a review stand. Below 120 columns the part with the focus has the room alone; from there on the
/// files stand beside it, and from 40 rows on the story below.
///
/// @param facts one row about the work
/// @param body  the difference; the story, or the files, where those have no place of their own and have the focus
/// @param brief the last review and the checks, where the story has no place of its own
public record ReviewLayout(Rectangle facts, Rectangle files, Rectangle body, Rectangle story, Rectangle brief) {
    /// From here on two sides have room.
    public static final int SPLIT_COLUMNS = 140;

    private static final int WIDE = 120;
    private static final int TALL = 40;
    private static final int FILES = 36;
    private static final int STORY_ROWS = 13;
    private static final int BRIEF_ROWS = 2;
    private static final int LEAST_FOR_BRIEF = 20;

    public static ReviewLayout of(AppState state) {
        Size size = state.size();
        int columns = size.columns();
        int rows = Math.max(0, size.rows() - 2 - BoardLayout.ROWS_BELOW);
        if (state.options().zoom()) {
            return new ReviewLayout(
                    new Rectangle(0, 1, columns, 1),
                    Rectangle.NONE,
                    new Rectangle(0, 2, columns, rows),
                    Rectangle.NONE,
                    Rectangle.NONE);
        }
        boolean wide = columns >= WIDE;
        boolean tall = size.rows() >= TALL;
        int below = tall ? STORY_ROWS : size.rows() >= LEAST_FOR_BRIEF ? BRIEF_ROWS : 0;
        int body = Math.max(0, rows - below);
        int left = wide ? FILES : 0;
        Rectangle under = new Rectangle(0, 2 + body, columns, below);
        return new ReviewLayout(
                new Rectangle(0, 1, columns, 1),
                new Rectangle(0, 2, left, body),
                new Rectangle(left, 2, columns - left, body),
                tall ? under : Rectangle.NONE,
                tall ? Rectangle.NONE : under);
    }

    /// Whether the part is in view while another, or it, has the focus.
    public boolean isShown(ReviewPage.Part part, ReviewPage.Part focused) {
        return switch (part) {
            case DIFFERENCE -> focused == part || !place(focused).equals(body);
            case STORY -> focused == part || !story.isEmpty();
            case FILES -> focused == part || !files.isEmpty();
        };
    }

    /// Where the part is drawn while it has the focus.
    public Rectangle place(ReviewPage.Part part) {
        return switch (part) {
            case DIFFERENCE -> body;
            case STORY -> story.isEmpty() ? body : story;
            case FILES -> files.isEmpty() ? body : files;
        };
    }

    /// Inside the border; a difference uses the columns beside it too.
    public static Rectangle inside(Rectangle box) {
        return new Rectangle(
                box.column() + 1, box.row() + 1, Math.max(1, box.columns() - 2), Math.max(1, box.rows() - 2));
    }
}
