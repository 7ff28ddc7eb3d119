package dev.fuel.tui.state;

import dev.fuel.tui.action.KeyContext;
import dev.fuel.tui.canvas.Rectangle;
import dev.fuel.tui.canvas.Size;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Everything that the screen depends on, at one moment. Only the thread that draws holds the current one.
///
/// @param now     the time that ages are counted to
/// @param loaded  the first snapshot has come
/// @param from    the view that Esc goes back to
/// @param lists   the selected row of each list
/// @param outputs the live outputs
/// @param reading what is open full screen
/// @param pages   what is open beside lists and texts
/// @param filter  the words that cards must have
/// @param doing   what a person has done in this session
public record AppState(
        Size size,
        Instant now,
        Board board,
        boolean loaded,
        ViewKind view,
        ViewKind from,
        BoardFocus focus,
        Map<ViewKind, ListFocus> lists,
        Outputs outputs,
        Reading reading,
        String filter,
        Overlay overlay,
        Toast toast,
        Options options,
        Doing doing,
        Pages pages) {

    public AppState {
        lists = Map.copyOf(lists);
    }

    /// How the screen opens.
    public static AppState opening(Size size, Instant now, String project, boolean mouse) {
        return new AppState(
                size,
                now,
                Board.empty(project),
                false,
                ViewKind.BOARD,
                ViewKind.BOARD,
                BoardFocus.START,
                Map.of(),
                Outputs.NONE,
                Reading.NOTHING,
                "",
                Overlay.NONE,
                Toast.NONE,
                Options.of(mouse),
                Doing.NOTHING,
                Pages.NOTHING);
    }

    /// Opens with what is wrong with the keys of the configuration, if anything is.
    public AppState tellingOf(List<String> keyProblems) {
        return keyProblems.isEmpty()
                ? this
                : with(new Overlay.Problem(
                        "some keys are not as the configuration wants them",
                        String.join("; ", keyProblems),
                        "these actions keep their usual keys (? shows them). Esc closes this"));
    }

    /// Opens as the configuration wants it to behave.
    public AppState behaving(Manner manner) {
        return with(options.with(manner));
    }

    public BoardLayout layout() {
        BoardLayout whole = wholeLayout();
        return options.zoom() && view == ViewKind.BOARD ? whole.zoomed(focus, size) : whole;
    }

    /// The board without a zoom.
    BoardLayout wholeLayout() {
        return BoardLayout.of(size, focus.left());
    }

    /// The output that keys act on.
    public OutputPane output() {
        if (view != ViewKind.OUTPUT) {
            return outputs.focused();
        }
        return pages.run().tab() == RunPage.Tab.RAW ? outputs.raw() : outputs.opened();
    }

    /// Where the outputs on the board stand.
    public List<Rectangle> outputPlaces() {
        return OutputLayout.of(layout().output(), outputs.board().size());
    }

    /// The cards of the column that pass the filter.
    public List<Card> cards(ColumnKind kind) {
        List<Card> cards = board.column(kind).cards();
        if (filter.isBlank()) {
            return cards;
        }
        List<String> words = List.of(filter.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return cards.stream().filter(card -> card.matches(words)).toList();
    }

    /// The runs in the list of runs: all, or those of the agent that was asked for.
    public List<RunLine> runs() {
        return options.runsOf() == null
                ? board.runs()
                : board.runs().stream()
                        .filter(run -> options.runsOf().equals(run.agent()))
                        .toList();
    }

    public ListFocus list(ViewKind kind) {
        return lists.getOrDefault(kind, ListFocus.START);
    }

    /// Where the list of the view stands, and its details.
    public ListLayout listLayout(ViewKind kind) {
        BoardLayout onBoard = layout();
        if (view == ViewKind.BOARD
                && kind == ViewKind.AGENTS
                && !onBoard.agents().isEmpty()) {
            return ListLayout.alone(onBoard.agents());
        }
        if (view == ViewKind.BOARD
                && kind == ViewKind.EVENTS
                && !onBoard.events().isEmpty()) {
            return ListLayout.alone(onBoard.events());
        }
        return kind == ViewKind.INBOX
                ? ListLayout.fitting(
                        size, board.inbox().size() + (board.later().snoozed().isEmpty() ? 0 : 2))
                : ListLayout.of(size);
    }

    /// Whether the check-list of the first steps is shown.
    public boolean isWelcoming() {
        return loaded && view == ViewKind.BOARD && board.hasNoTasks() && !options.welcomeHidden();
    }

    /// Which part of the key map holds.
    public KeyContext keyContext() {
        return Keys.context(this);
    }

    AppState withList(ViewKind kind, ListFocus row) {
        Map<ViewKind, ListFocus> changed = new EnumMap<>(ViewKind.class);
        changed.putAll(lists);
        changed.put(kind, row);
        return withLists(changed);
    }

    AppState say(String words) {
        return with(toast.say(words, false, now));
    }

    AppState warn(String words) {
        return with(toast.say(words, true, now));
    }

    AppState at(Instant instant) {
        return new AppState(
                size, instant, board, loaded, view, from, focus, lists, outputs, reading, filter, overlay, toast,
                options, doing, pages);
    }

    AppState sized(Size to) {
        return new AppState(
                to, now, board, loaded, view, from, focus, lists, outputs, reading, filter, overlay, toast, options,
                doing, pages);
    }

    AppState withBoard(Board loadedBoard) {
        return new AppState(
                size,
                now,
                loadedBoard,
                true,
                view,
                from,
                focus,
                lists,
                outputs,
                reading,
                filter,
                overlay,
                toast,
                options,
                doing,
                pages);
    }

    AppState show(ViewKind kind, ViewKind before) {
        return new AppState(
                size, now, board, loaded, kind, before, focus, lists, outputs, reading, filter, overlay, toast, options,
                doing, pages);
    }

    AppState with(BoardFocus changed) {
        return new AppState(
                size, now, board, loaded, view, from, changed, lists, outputs, reading, filter, overlay, toast, options,
                doing, pages);
    }

    AppState with(Outputs changed) {
        return new AppState(
                size, now, board, loaded, view, from, focus, lists, changed, reading, filter, overlay, toast, options,
                doing, pages);
    }

    /// With the output that keys act on changed.
    AppState with(OutputPane changed) {
        if (view != ViewKind.OUTPUT) {
            return with(outputs.withBoard(outputs.focus(), changed));
        }
        return with(pages.run().tab() == RunPage.Tab.RAW ? outputs.withRaw(changed) : outputs.withOpened(changed));
    }

    AppState with(Reading changed) {
        return new AppState(
                size, now, board, loaded, view, from, focus, lists, outputs, changed, filter, overlay, toast, options,
                doing, pages);
    }

    AppState withFilter(String words) {
        return new AppState(
                size, now, board, loaded, view, from, focus, lists, outputs, reading, words, overlay, toast, options,
                doing, pages);
    }

    AppState with(Overlay changed) {
        return new AppState(
                size, now, board, loaded, view, from, focus, lists, outputs, reading, filter, changed, toast, options,
                doing, pages);
    }

    AppState with(Toast changed) {
        return new AppState(
                size, now, board, loaded, view, from, focus, lists, outputs, reading, filter, overlay, changed, options,
                doing, pages);
    }

    AppState with(Options changed) {
        return new AppState(
                size, now, board, loaded, view, from, focus, lists, outputs, reading, filter, overlay, toast, changed,
                doing, pages);
    }

    AppState with(Doing changed) {
        return new AppState(
                size, now, board, loaded, view, from, focus, lists, outputs, reading, filter, overlay, toast, options,
                changed, pages);
    }

    AppState with(Pages changed) {
        return new AppState(
                size, now, board, loaded, view, from, focus, lists, outputs, reading, filter, overlay, toast, options,
                doing, changed);
    }

    AppState with(ReviewPage changed) {
        return with(pages.with(changed));
    }

    AppState with(RunPage changed) {
        return with(pages.with(changed));
    }

    AppState withLists(Map<ViewKind, ListFocus> changed) {
        return new AppState(
                size, now, board, loaded, view, from, focus, changed, outputs, reading, filter, overlay, toast, options,
                doing, pages);
    }
}
