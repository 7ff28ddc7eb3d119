package dev.fuel.tui.state;

/// What is open beside lists and texts.
public record Pages(ReviewPage review, RunPage run) {
    public static final Pages NOTHING = new Pages(ReviewPage.NOTHING, RunPage.OUTPUT);

    Pages with(ReviewPage changed) {
        return new Pages(changed, run);
    }

    Pages with(RunPage changed) {
        return new Pages(review, changed);
    }
}
