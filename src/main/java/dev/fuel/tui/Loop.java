package dev.fuel.tui;

import dev.fuel.tui.action.KeyMap;
import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Display;
import dev.fuel.tui.canvas.Rectangle;
import dev.fuel.tui.input.InputEvent;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.Effect;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.OutputSource;
import dev.fuel.tui.state.Step;
import dev.fuel.tui.state.Update;
import dev.fuel.tui.view.View;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The one thread that owns the state: it takes messages, updates, and draws when something may have changed, at most
/// every {@link #FRAME_NANOS}, and sooner after what a person did. With nothing to do it sleeps until the next thing on
/// the screen grows older.
///
/// {@link #post} may be called from any thread; everything else belongs to the thread in {@link #run}.
final class Loop {
    private static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(16);
    private static final long ANSWER_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
    private static final Duration CALM_STEP = Duration.ofSeconds(5);
    private static final long BOARD_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Display display;
    private final InstantSource clock;
    private final KeyMap keyMap;
    private final Update update;
    private final EffectRunner effects;
    private final OutputFeed feed;
    private final TuiBackend backend;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final Queue<Runnable> borrowers = new ConcurrentLinkedQueue<>();
    private final Attention attention;
    private final HeapTrim heap = new HeapTrim();
    private AppState state;
    private @Nullable Canvas shown;
    private Set<OutputSource> watched = Set.of();
    private boolean dirty = true;
    private boolean boardLoading;
    private Instant boardRead = Instant.MIN;
    private long drawn = System.nanoTime();
    private long nextFrame = drawn;
    private long nextBoard = System.nanoTime();
    private Instant nextTick = Instant.MIN;
    private volatile boolean boardChanged = true;
    private volatile boolean resized;
    private volatile boolean left;
    private volatile @Nullable Thread owner;

    Loop(TuiBackend backend, Display display, InstantSource clock, KeyMap keyMap, AppState opening) {
        this(backend, display, clock, keyMap, opening, false);
    }

    /// @param bell whether a new item of the inbox is told while nobody looks
    Loop(TuiBackend backend, Display display, InstantSource clock, KeyMap keyMap, AppState opening, boolean bell) {
        attention = new Attention(display, bell);
        this.backend = backend;
        this.display = display;
        this.clock = clock;
        this.keyMap = keyMap;
        this.state = opening;
        update = new Update(keyMap);
        effects = new EffectRunner(backend, this::post, this::leave);
        feed = new OutputFeed(backend, () -> post(new Message.Tick()));
    }

    void post(Message message) {
        messages.add(message);
    }

    /// The size has changed; asked for at the next frame.
    void resized() {
        resized = true;
        post(new Message.Tick());
    }

    /// Ends the loop.
    void leave() {
        left = true;
        post(new Message.Tick());
    }

    /// Returns when the screen is to be closed.
    void run() {
        owner = Thread.currentThread();
        try (TuiBackend.Subscription _ = backend.onChange(this::boardChanged);
                OutputFeed _ = feed) {
            loadBoardIfChanged(); // goes on while the frame without it is drawn
            draw();
            while (!left) {
                turn();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void boardChanged() {
        boardChanged = true;
        post(new Message.Tick());
    }

    private void lend(Runnable borrower) {
        borrowers.add(borrower);
        post(new Message.Tick());
    }

    /// What a person typed before they had the program in front of them was meant for neither.
    private void lendTerminal() {
        for (Runnable next = borrowers.poll(); next != null; next = borrowers.poll()) {
            display.lend(next);
            messages.removeIf(message -> message instanceof Message.Input || message instanceof Message.StopAsked);
            resized = true;
            dirty = true;
        }
    }

    private void turn() throws InterruptedException {
        lendTerminal();
        boolean due = state.board()
                .later()
                .next(boardRead)
                .filter(instant -> !instant.isAfter(clock.instant()))
                .isPresent();
        if (due) {
            boardChanged = true; // set by other threads too: never computed from itself
        }
        loadBoardIfChanged();
        Message first = messages.poll(nanosToWait(), TimeUnit.NANOSECONDS);
        for (Message next = first; next != null && !left; next = messages.poll()) {
            take(next);
        }
        feed.drain().forEach(this::take);
        if (!clock.instant().isBefore(nextTick)) {
            take(new Message.Tick());
            // Nobody tells of what runs print; when they last did is read together with their ages.
            if (Update.showsSeconds(state)) {
                boardChanged = true;
            }
        }
        if (dirty && System.nanoTime() - nextFrame >= 0 && !left) {
            draw();
            heap.look();
        }
    }

    private void take(Message message) {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("the state belongs to the thread that draws");
        }
        if (resized) {
            resized = false;
            apply(new Message.Resized(display.size()));
        }
        boardLoading &= !(message instanceof Message.BoardLoaded || message instanceof Message.Failed);
        apply(message);
    }

    /// What stands in those cells of the frame that is on the screen.
    private String shown(List<Rectangle> lines) {
        Canvas canvas = shown;
        return canvas == null
                ? ""
                : lines.stream()
                        .map(line -> canvas.textAt(line.column(), line.row(), line.columns()))
                        .collect(Collectors.joining("\n"));
    }

    /// A click on what has a name in the frame that is on the screen.
    private Message named(Message message) {
        Canvas canvas = shown;
        return canvas != null
                        && message instanceof Message.Input(InputEvent.Mouse mouse)
                        && mouse.action() == InputEvent.Mouse.Action.PRESS
                ? canvas.zoneAt(mouse.column(), mouse.row())
                        .<Message>map(zone -> new Message.Clicked(zone.id()))
                        .orElse(message)
                : message;
    }

    private void apply(Message message) {
        Step step = update.update(state, named(message), clock.instant());
        state = step.state();
        if (message instanceof Message.Input(InputEvent event)) {
            attention.on(event);
            nextFrame = Math.min(nextFrame, drawn + ANSWER_NANOS);
        }
        attention.look(state);
        dirty = true;
        step.effects().forEach(this::perform);
        watch(state.outputs().sources());
    }

    private void watch(Set<OutputSource> wanted) {
        if (!wanted.equals(watched)) {
            Set<OutputSource> begun = new HashSet<>(wanted);
            begun.removeAll(watched);
            watched = wanted;
            effects.watch(feed, begun, feed.select(wanted));
        }
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.Make make -> effects.make(make);
            case Effect.MarkRead read -> effects.markRead(read);
            case Effect.LoadDraft draft -> effects.loadDraft(draft);
            case Effect.LoadCopies copies -> effects.loadCopies(copies);
            case Effect.Copy(String text) -> display.copy(text);
            case Effect.CopyShown(List<Rectangle> lines) -> display.copy(shown(lines));
            case Effect.LoadEpic epic -> effects.loadEpic(epic);
            case Effect.LoadPlaces places -> effects.loadPlaces(places);
            case Effect.Lend loan -> effects.lend(loan, this::lend);
            case Effect.TestAgent test -> effects.test(test);
            case Effect.Browse browse -> effects.browse(browse);
            case Effect.LoadReview review -> effects.loadReview(review);
            case Effect.LoadRun run -> effects.loadRun(run);
            case Effect.SearchOutput search -> effects.search(search, feed);
            case Effect.ReadOutput read -> effects.read(read, feed);
            case Effect.LoadOverview _ -> effects.loadOverview();
            case Effect.LoadDetail detail -> effects.loadDetail(detail);
            case Effect.Leave leave -> effects.leave(leave);
            case Effect.SetMouse(boolean on) -> display.setMouse(on);
            case Effect.Redraw _ -> display.forget();
            case Effect.Suspend _ -> {
                display.suspend();
                resized = true;
            }
        }
    }

    private void loadBoardIfChanged() {
        if (boardChanged && !boardLoading && System.nanoTime() - nextBoard >= 0) {
            boardChanged = false;
            boardLoading = true;
            boardRead = clock.instant();
            nextBoard = System.nanoTime() + BOARD_NANOS;
            effects.loadBoard();
        }
    }

    private void draw() {
        View.Frame frame = View.draw(state, display.look(), keyMap);
        shown = frame.canvas();
        display.show(frame.canvas(), frame.cursor());
        dirty = false;
        drawn = System.nanoTime();
        nextFrame = drawn + FRAME_NANOS;
        nextTick = nextTick();
    }

    /// When something in view will have grown older: a running row each second, anything else at the full minute.
    private Instant nextTick() {
        Instant now = state.now();
        boolean calm = state.options().manner().reducedMotion();
        Duration step = Update.showsSeconds(state) ? calm ? CALM_STEP : Duration.ofSeconds(1) : Duration.ofMinutes(1);
        Instant next = now.truncatedTo(ChronoUnit.MINUTES);
        next = next.plusMillis(step.toMillis() * (Duration.between(next, now).toMillis() / step.toMillis() + 1));
        Instant toastEnds = state.toast().until();
        Instant later = state.board().later().next(boardRead).orElse(next);
        next = later.isBefore(next) ? later : next;
        Instant waiting = state.doing()
                .underway()
                .next(now, calm ? CALM_STEP : Duration.ofSeconds(1))
                .orElse(next);
        next = waiting.isBefore(next) ? waiting : next;
        return !calm && toastEnds.isAfter(now) && toastEnds.isBefore(next) ? toastEnds : next;
    }

    private long nanosToWait() {
        long now = System.nanoTime();
        long wait = Math.max(0, Duration.between(clock.instant(), nextTick).toNanos());
        if (dirty) {
            wait = Math.min(wait, nextFrame - now);
        }
        if (boardChanged && !boardLoading) {
            wait = Math.min(wait, nextBoard - now);
        }
        return Math.max(0, wait);
    }
}
