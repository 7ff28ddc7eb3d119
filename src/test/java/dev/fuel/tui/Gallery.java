package dev.fuel.tui;

import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.state.Board;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.TaskDetail;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/// Every screen that Fuel has, in a small and a large terminal. The pictures of the repository are painted from these
/// frames, and the text files of the tests hold the same ones.
enum Gallery {
    BOARD(size -> payments(size).withOutput()),
    FIRST_RUN(size -> Screens.of(size, Board.empty("payments-api"))),
    TASK(size -> payments(size).send(new Message.DetailLoaded(task()))),
    AGENTS(size -> payments(size).press("2", "j", "j")),
    AGENT_TESTED(
            size -> payments(size).press("2", "j").send(new Message.AgentTested(MemoryBackend.trial(Boards.SONNET)))),
    INBOX(size -> Screens.of(size, Boards.withManyItems()).press("3", "j")),
    RUNS(size -> payments(size).press("4")),
    REVIEWS(size -> Screens.of(size, Patches.waiting()).press("5")),
    EVENTS(size -> payments(size).press("6")),
    EPICS(size -> payments(size).press("7")),
    STATISTICS(size -> payments(size).press("8").send(new Message.OverviewLoaded(Boards.overview()))),
    SETTINGS(size -> payments(size).press("9").send(new Message.OverviewLoaded(Boards.overview()))),
    OUTPUT(size -> payments(size).press("Enter").withOutput()),
    RUN_DIFFERENCE(size -> run(size, "}")),
    RUN_PROMPT(size -> run(size, "}", "}")),
    RUN_CHECKS(size -> run(size, "}", "}", "}")),
    REVIEW(Gallery::reviewing),
    REVIEW_NOTE(size ->
            reviewing(size).press("]", "j", "j", "c").type("flush twice?").press("Enter")),
    APPROVED(size -> Screens.of(size, Boards.withApproval()).press("3")),
    SNOOZE(size -> Screens.of(size, Boards.withEpicReview()).press("3", "Z")),
    ANSWER(size -> Screens.of(size, Boards.withManyItems()).press("3", "j", "a").type("Both. The key is the same.")),
    NEW_TASK(size -> payments(size).withOutput().press("n").type("Retry 425 as well")),
    STOP(size -> payments(size).withOutput().press("S")),
    LEAVE(size -> payments(size).withOutput().press("q")),
    MENU(size -> payments(size).withOutput().press("m")),
    PALETTE(size -> payments(size).withOutput().press(":").type("ret")),
    HELP(size -> payments(size).withOutput().press("?"));

    static final List<Size> SIZES = List.of(new Size(80, 24), new Size(160, 50));

    private final Function<Size, Screens> screens;

    Gallery(Function<Size, Screens> screens) {
        this.screens = screens;
    }

    /// One screen at one size.
    ///
    /// @param name what its files are called
    record Picture(String name, Screens screens) {}

    static Stream<Picture> pictures() {
        return Stream.of(values())
                .flatMap(screen -> SIZES.stream()
                        .map(size -> new Picture(
                                "%s-%dx%d".formatted(screen.fileName(), size.columns(), size.rows()),
                                screen.screens.apply(size))));
    }

    private String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Screens payments(Size size) {
        return Screens.of(size, Boards.payments());
    }

    private static Screens reviewing(Size size) {
        return Screens.of(size, Patches.waiting()).send(new Message.ReviewLoaded(Patches.subject(Patches.PAYOUT)));
    }

    private static Screens run(Size size, String... keys) {
        return payments(size)
                .press("Enter")
                .withOutput()
                .press(keys)
                .send(new Message.RunLoaded(Patches.run(Boards.LEDGER_RUN)));
    }

    private static TaskDetail task() {
        return new TaskDetail(
                Boards.LEDGER_TASK,
                "Split ledger writes in two phases",
                List.of(
                        "in progress, P1, complex, feature, e-4f19c2",
                        "",
                        "The write path reserves first and settles later, so that a crash in between leaves",
                        "nothing half booked.",
                        "",
                        "run-2071ab  work  claude-opus  running  6m12s  $0.86",
                        "run-19104f  work  claude-opus  failed   8m40s  $0.91  2 tests red in LedgerTest"),
                null);
    }
}
