package dev.fuel.consume;

import dev.fuel.config.AgentConfig;
import dev.fuel.config.FuelConfig;
import dev.fuel.consume.ProgramStanding.Fit;
import dev.fuel.consume.ProgramStanding.Unknown;
import dev.fuel.consume.ProgramStanding.Unusable;
import dev.fuel.domain.Actor;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.inbox.InboxItem;
import dev.fuel.domain.inbox.InboxType;
import dev.fuel.domain.inbox.NewInboxItem;
import dev.fuel.process.DirectoryWatch;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lets no run start with a program that is not what its driver needs, tells a person of it, and looks again when the
/// program changes. Owned by the consumer's loop; the programs are asked beside it.
final class ProgramKeeper implements AutoCloseable {
    private static final String CAUSE = "program:";
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMinutes(10);

    private final Store store;
    private final ProgramKnowledge programs;
    private final InFlight inFlight;
    private final InstantSource clock;
    private final String path;
    private final Runnable wake;
    private final Map<AgentName, Known> known = new HashMap<>();
    private final Set<Path> watched = new HashSet<>();
    private @Nullable DirectoryWatch watch;
    private boolean begun;

    /// @param found    where the program is; empty if it is nowhere
    /// @param mark     changes with it
    /// @param askAgain when an answer that may have been chance is no longer believed
    private record Known(
            AgentConfig agent,
            Optional<Path> found,
            String mark,
            ProgramStanding standing,
            @Nullable Instant askAgain) {}

    /// @param wake called, on any thread, when a program that was unusable may have changed
    ProgramKeeper(Ground ground, InFlight inFlight, Runnable wake) {
        this.store = ground.store();
        this.programs = new ProgramKnowledge(ground.root(), ground.environment(), ground.clock());
        this.inFlight = inFlight;
        this.clock = ground.clock();
        this.path = ground.environment().getOrDefault("PATH", "");
        this.wake = wake;
    }

    /// Looks again at the programs that are unusable, should they have changed, and at those that people were told
    /// of by an earlier consumer.
    void lookAgain(FuelConfig config) {
        if (!begun) {
            begun = true;
            lookAtWhatPeopleWereTold(config);
        }
        for (Known each : List.copyOf(known.values())) {
            if (each.standing() instanceof Unusable) {
                AgentName name = each.agent().name();
                AgentConfig agent = config.agents().get(name);
                if (agent == null) {
                    known.remove(name);
                    tell(store, name, new Fit());
                } else {
                    forgetIfAsked(each);
                    var _ = standing(agent);
                }
            }
        }
    }

    /// What is known of every configured agent's program, by a look at its file.
    Map<AgentName, ProgramStanding> standings(Session session, FuelConfig config) {
        Map<AgentName, ProgramStanding> standings = new HashMap<>();
        config.agents().forEach((name, agent) -> standings.put(name, standing(session, agent)));
        return standings;
    }

    /// When a program is to be asked again that gave no answer; null if none is.
    @Nullable
    Instant due() {
        return known.values().stream()
                .map(Known::askAgain)
                .<@Nullable Instant>reduce(null, Planner::earlier, Planner::earlier);
    }

    /// Asks the agent's program, unless that is under way.
    void lookAt(AgentConfig agent) {
        Optional<Path> found = programs.file(agent);
        String mark = programs.mark(agent, found);
        inFlight.start(
                CAUSE + agent.name(),
                () -> programs.ask(store, agent),
                standing -> record(agent, found, mark, standing),
                failure -> {
                    String objection =
                            "%s: its program cannot be asked: %s".formatted(agent.name(), failure.getMessage());
                    record(agent, found, mark, new Unusable(objection, true));
                });
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
    }

    /// A person's `health:reset` forgets the answers.
    private void forgetIfAsked(Known each) {
        if (each.askAgain() != null
                && store.read(session -> programs.answer(session, each.agent()).isEmpty())) {
            known.remove(each.agent().name());
            lookAt(each.agent());
        }
    }

    /// What the database or a look at the file tells of a fit program need not be asked for.
    private ProgramStanding standing(Session session, AgentConfig agent) {
        ProgramStanding standing = standing(agent);
        if (standing instanceof Unknown && !inFlight.contains(CAUSE + agent.name())) {
            Optional<Path> found = programs.file(agent);
            String mark = programs.mark(agent, found);
            if (programs.standing(session, agent) instanceof Fit fit) {
                known.put(agent.name(), new Known(agent, found, mark, fit, null));
                return fit;
            }
        }
        return standing;
    }

    private ProgramStanding standing(AgentConfig agent) {
        Known before = known.get(agent.name());
        if (before == null) {
            return new Unknown();
        }
        boolean isOver = before.askAgain() != null && !clock.instant().isBefore(before.askAgain());
        if (!isOver && before.agent().equals(agent) && before.mark().equals(programs.mark(agent, before.found()))) {
            return before.standing();
        }
        known.remove(agent.name());
        if (before.standing() instanceof Unusable) {
            lookAt(agent);
        }
        return new Unknown();
    }

    private void record(AgentConfig agent, Optional<Path> found, String mark, ProgramStanding standing) {
        boolean passing = standing instanceof Unusable(String _, boolean mayPass) && mayPass;
        Instant askAgain = passing ? clock.instant().plus(BEFORE_ASKING_AGAIN) : null;
        known.put(agent.name(), new Known(agent, found, mark, standing, askAgain));
        if (standing instanceof Unusable) {
            watchFor(agent);
        }
        tell(store, agent.name(), standing);
    }

    /// One open item for each agent whose program is unusable, with the words of now.
    static void tell(Store store, AgentName agent, ProgramStanding standing) {
        String cause = CAUSE + agent;
        @Nullable String objection = standing.objection();
        String told = store.read(
                session -> session.inbox().findOpen(cause).map(InboxItem::title).orElse(null));
        if (objection == null ? told == null : objection.equals(told)) {
            return;
        }
        store.change(Actor.CONSUMER, session -> {
            boolean _ =
                    session.inbox().action(cause, objection == null ? "nothing stands against it any more" : "changed");
            if (objection != null) {
                post(session, agent, cause, objection);
            }
        });
    }

    private static void post(Session session, AgentName agent, String cause, String objection) {
        var _ = session.inbox()
                .post(new NewInboxItem(
                        InboxType.MESSAGE,
                        cause,
                        objection,
                        "Nothing is started with %s until then; its tasks wait, or go to its fallback. "
                                        .formatted(agent)
                                + "Fuel looks again by itself when the program changes.",
                        null,
                        null,
                        null));
    }

    /// What an earlier consumer has told of may have been mended since.
    private void lookAtWhatPeopleWereTold(FuelConfig config) {
        List<String> told = store.read(session -> session.inbox().open()).stream()
                .map(InboxItem::cause)
                .filter(cause -> cause.startsWith(CAUSE))
                .toList();
        for (String cause : told) {
            AgentName name = new AgentName(cause.substring(CAUSE.length()));
            AgentConfig agent = config.agents().get(name);
            if (agent == null) {
                tell(store, name, new Fit());
            } else {
                lookAt(agent);
            }
        }
    }

    /// Of a folder that cannot be watched nothing is heard; every turn looks at the files anyway.
    private void watchFor(AgentConfig agent) {
        Stream<Path> folders = programs.file(agent)
                .map(file -> Stream.of(file, real(file)).map(Path::getParent))
                .orElseGet(() -> Stream.of(path.split(File.pathSeparator, -1)).map(Path::of));
        folders.filter(folder -> folder.isAbsolute() && Files.isDirectory(folder))
                .filter(watched::add)
                .forEach(this::watchFolder);
    }

    private void watchFolder(Path folder) {
        try {
            if (watch == null) {
                watch = new DirectoryWatch();
            }
            var _ = watch.watch(folder, wake);
        } catch (UncheckedIOException noMoreWatches) {
            watched.remove(folder);
        }
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException vanished) {
            return file;
        }
    }
}
