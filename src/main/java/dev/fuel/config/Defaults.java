package dev.fuel.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What holds where the file says nothing: the only place that knows.
public final class Defaults {
    public static final int MAX_CONCURRENT = 4;
    public static final int MAX_ATTEMPTS = 3;
    public static final Autonomy AUTONOMY = Autonomy.FULL;
    public static final PromptDelivery PROMPT = PromptDelivery.STDIN;
    public static final Duration TESTS_TIMEOUT = Duration.ofMinutes(15);
    public static final ReviewSettings.Human HUMAN = ReviewSettings.Human.EPICS;

    public static final Limits LIMITS = new Limits(
            Duration.ofMinutes(60), Duration.ofMinutes(15), Duration.ofSeconds(30), Duration.ofHours(2), 3, 5, 4);

    public static final WorkspaceSettings WORKSPACE =
            new WorkspaceSettings(WorkspaceSettings.Mode.WORKTREE, null, "", List.of());

    public static final NotifySettings NOTIFY = new NotifySettings(true, false, "");

    public static final UiSettings UI = new UiSettings(
            UiSettings.Theme.AUTO,
            UiSettings.Palette.STANDARD,
            UiSettings.Glyphs.UNICODE,
            UiSettings.ColorMode.AUTO,
            false,
            true,
            false,
            true,
            Map.of());

    private Defaults() {}

    /// The configuration of an empty file: no agents.
    public static FuelConfig config() {
        return new FuelConfig(
                null,
                Routing.COMPLEXITY,
                Map.of(),
                MAX_CONCURRENT,
                LIMITS,
                Budget.UNLIMITED,
                Triage.ASK,
                null,
                WORKSPACE,
                NOTIFY,
                UI,
                new TreeMap<>());
    }
}
