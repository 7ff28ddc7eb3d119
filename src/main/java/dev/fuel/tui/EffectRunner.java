package dev.fuel.tui;

import dev.fuel.domain.Refusal;
import dev.fuel.tui.state.Asked;
import dev.fuel.tui.state.Change;
import dev.fuel.tui.state.Effect;
import dev.fuel.tui.state.Loan;
import dev.fuel.tui.state.Made;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.OutputSource;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Carries out what updates ask of the backend, each on a virtual thread; the outcome comes back as a message.
final class EffectRunner {
    private static final Thread.Builder THREADS = Thread.ofVirtual().name("fuel-tui-", 0);

    private final TuiBackend backend;
    private final Consumer<Message> messages;
    private final Runnable left;
    private long acts;

    /// @param left called when everything is ready for the end
    EffectRunner(TuiBackend backend, Consumer<Message> messages, Runnable left) {
        this.backend = backend;
        this.messages = messages;
        this.left = left;
    }

    void make(Effect.Make effect) {
        Change change = effect.change();
        act(change, () -> {
            Made made = backend.make(change);
            made.acts().forEach(act -> settle(change, act));
            return new Message.ChangeMade(made, effect.cause());
        });
    }

    /// What could be taken back is told when it has happened.
    private void settle(Change change, long request) {
        run(
                change.words(),
                () -> new Message.ActSettled(request, backend.outcome(request).orElse(null)));
    }

    void markRead(Effect.MarkRead effect) {
        run("mark %s read".formatted(effect.item()), () -> {
            backend.markRead(effect.item());
            return new Message.Tick();
        });
    }

    void loadDraft(Effect.LoadDraft effect) {
        act(
                "read " + effect.task(),
                Stream.of(effect.task().value()),
                () -> new Message.DraftLoaded(effect.task(), backend.draft(effect.task())));
    }

    void loadCopies(Effect.LoadCopies effect) {
        act(
                "read " + effect.id().value(),
                Stream.of(effect.id().value()),
                () -> new Message.CopiesLoaded(backend.copies(effect.id())));
    }

    void loadEpic(Effect.LoadEpic effect) {
        act("read " + effect.epic(), Stream.of(effect.epic().value()), () -> backend.epic(effect.epic()));
    }

    void loadPlaces(Effect.LoadPlaces effect) {
        act("find what can be opened", Stream.empty(), () -> new Message.PlacesLoaded(backend.ways(effect.place())));
    }

    /// @param lend given what is to be run on the terminal, once it is ready
    void lend(Effect.Lend effect, Consumer<Runnable> lend) {
        Loan loan = effect.loan();
        act(loan, () -> {
            TuiBackend.Session session = backend.open(loan);
            lend.accept(() -> messages.accept(outcome(loan.words(), session::run)));
            return new Message.Tick();
        });
    }

    void test(Effect.TestAgent effect) {
        act(
                "test " + effect.agent(),
                Stream.of(effect.agent().value()),
                () -> new Message.AgentTested(backend.test(effect.agent())));
    }

    void browse(Effect.Browse effect) {
        act("open " + effect.link(), Stream.empty(), () -> new Message.Said(backend.browse(effect.link())));
    }

    void loadReview(Effect.LoadReview effect) {
        act(
                "read what %s changes".formatted(effect.about().value()),
                Stream.of(effect.about().value()),
                () -> new Message.ReviewLoaded(backend.review(effect.about())));
    }

    void loadRun(Effect.LoadRun effect) {
        act(
                "read " + effect.run(),
                Stream.of(effect.run().value()),
                () -> new Message.RunLoaded(backend.run(effect.run())));
    }

    void search(Effect.SearchOutput effect, OutputFeed feed) {
        OutputSource source = effect.source();
        act(
                "search the output of " + source.run(),
                Stream.of(source.run().value()),
                () -> feed.following(source)
                        .<Message>map(following -> new Message.OutputSearched(source, following.search(effect.words())))
                        .orElseGet(Message.Tick::new));
    }

    void read(Effect.ReadOutput effect, OutputFeed feed) {
        OutputSource source = effect.source();
        run(
                "read the output of " + source.run(),
                () -> feed.following(source)
                        .<Message>map(following -> new Message.OutputRead(
                                source, effect.from(), following.page(effect.from(), effect.count())))
                        .orElseGet(Message.Tick::new));
    }

    void loadOverview() {
        run("read statistics and settings", () -> new Message.OverviewLoaded(backend.overview()));
    }

    void loadDetail(Effect.LoadDetail effect) {
        act(
                "read " + effect.id().value(),
                Stream.of(effect.id().value()),
                () -> new Message.DetailLoaded(backend.detail(effect.id())));
    }

    void leave(Effect.Leave effect) {
        messages.accept(new Message.Said("leaving ..."));
        act("leave", Stream.empty(), () -> {
            backend.leave(effect.leaving(), effect.acts());
            left.run();
            return new Message.Tick();
        });
    }

    void loadBoard() {
        run("read the board", () -> new Message.BoardLoaded(backend.snapshot()));
    }

    /// @param ended ends following what is not watched any more
    void watch(OutputFeed feed, Set<OutputSource> begun, Runnable ended) {
        run("end reading outputs", () -> {
            ended.run();
            return new Message.Tick();
        });
        begun.forEach(source -> run("read the output of " + source.run(), () -> {
            feed.subscribe(source);
            return new Message.Tick();
        }));
    }

    private void act(Asked asked, Supplier<Message> work) {
        act(asked.words(), asked.about(), work);
    }

    /// Work that a person waits for.
    ///
    /// @param about the keys of the rows that wait for it
    private void act(String what, Stream<String> about, Supplier<Message> work) {
        acts++;
        long number = acts;
        messages.accept(new Message.Begun(number, what, about.collect(Collectors.toSet())));
        THREADS.start(() -> {
            messages.accept(outcome(what, work));
            messages.accept(new Message.Ended(number));
        });
    }

    /// Work that nobody waits for.
    private void run(String what, Supplier<Message> work) {
        THREADS.start(() -> messages.accept(outcome(what, work)));
    }

    private static Message outcome(String what, Supplier<Message> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            return new Message.Refused(String.valueOf(refusal.getMessage()));
        } catch (RuntimeException failure) {
            // Standard error is the log while the screen is up.
            failure.printStackTrace();
            return new Message.Failed("cannot " + what, String.valueOf(failure.getMessage()));
        }
    }
}
