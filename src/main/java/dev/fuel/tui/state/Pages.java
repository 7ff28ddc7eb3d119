package dev.fuel.tui.state;

/// What is open beside lists and texts.
public record Pages(ReviewPage review, RunPage run, Overview overview) {
    public static final Pages NOTHING = new Pages(ReviewPage.NOTHING, RunPage.OUTPUT, Overview.NOTHING);

    Pages with(ReviewPage changed) {
        return new Pages(changed, run, overview);
    }

    Pages with(RunPage changed) {
        return new Pages(review, changed, overview);
    }

    Pages with(Overview changed) {
        return new Pages(review, run, changed);
    }
}
