package dev.fuel.tui.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which side of the opened run is in view, and where a person is in it.
///
/// @param detail null until it is read
/// @param top    the first row of a text in view
public record RunPage(Tab tab, @Nullable RunDetail detail, DifferencePane pane, int top) {
    public static final RunPage OUTPUT = new RunPage(Tab.OUTPUT, null, DifferencePane.NONE, 0);

    /// The sides of a run.
    public enum Tab {
        OUTPUT("Output"),
        DIFFERENCE("Diff"),
        PROMPT("Prompt"),
        CHECKS("Checks"),
        RAW("Raw");

        private final String title;

        Tab(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /// It shows lines that come, and follows.
        public boolean isOutput() {
            return this == OUTPUT || this == RAW;
        }

        Tab next(int direction) {
            List<Tab> all = List.of(values());
            return all.get(Math.floorMod(all.indexOf(this) + direction, all.size()));
        }
    }

    RunPage on(Tab chosen) {
        return new RunPage(chosen, detail, pane, 0);
    }

    RunPage read(RunDetail fresh) {
        return new RunPage(tab, fresh, DifferencePane.of(fresh.patch(), ReadingNotes.NONE), top);
    }

    RunPage with(DifferencePane changed) {
        return new RunPage(tab, detail, changed, top);
    }

    RunPage scrolled(int distance, int width, int height) {
        int last = Math.max(0, Paragraph.rows(text(), width).size() - height);
        return new RunPage(tab, detail, pane, Math.clamp((long) top + distance, 0, last));
    }

    /// What is to be read on the tabs that are texts.
    public List<Paragraph> text() {
        if (detail == null) {
            return List.of(Paragraph.of("..."));
        }
        return switch (tab) {
            case PROMPT -> detail.prompt();
            case CHECKS -> detail.checks();
            case OUTPUT, RAW, DIFFERENCE -> List.of();
        };
    }
}
