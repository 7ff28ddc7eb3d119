package dev.fuel.consume;

import dev.fuel.agents.Driver;
import dev.fuel.agents.Drivers;
import dev.fuel.agents.ProgramCheck;
import dev.fuel.agents.ProgramInquiry;
import dev.fuel.config.AgentConfig;
import dev.fuel.config.EnvironmentReferences;
import dev.fuel.config.FuelConfig;
import dev.fuel.consume.ProgramStanding.Fit;
import dev.fuel.consume.ProgramStanding.Unknown;
import dev.fuel.consume.ProgramStanding.Unusable;
import dev.fuel.domain.Actor;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.agent.AgentProgram;
import dev.fuel.process.Program;
import dev.fuel.store.Session;
import dev.fuel.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where the agents' programs are and whether they are what their drivers need. Their answers are kept in the database
/// for as long as their files stay the same. Safe for any thread.
public final class ProgramKnowledge {
    private final Path root;
    private final Map<String, String> environment;
    private final InstantSource clock;

    /// @param root        the project's folder
    /// @param environment of this process
    public ProgramKnowledge(Path root, Map<String, String> environment, InstantSource clock) {
        this.root = root;
        this.environment = Map.copyOf(environment);
        this.clock = clock;
    }

    /// A program that can be started.
    ///
    /// @param found as it was found, before links are followed
    /// @param stamp changes with the file
    private record Located(Driver driver, Map<String, String> variables, Path found, Path file, String stamp) {}

    /// What is known without starting anything.
    public ProgramStanding standing(Session session, AgentConfig agent) {
        return switch (locate(agent)) {
            case Sought.Here(Located located) ->
                needsNothing(located.driver())
                        ? new Fit()
                        : kept(session, located)
                                .<ProgramStanding>map(program -> judge(program, located.driver()))
                                .orElseGet(Unknown::new);
            case Sought.InWorkspace _ -> new Fit();
            case Sought.Nowhere(String objection) -> new Unusable(objection, false);
        };
    }

    /// The objections that are known, of all configured agents.
    public SortedMap<AgentName, ProgramStanding> standings(Session session, FuelConfig config) {
        SortedMap<AgentName, ProgramStanding> standings = new TreeMap<>();
        config.agents().forEach((name, agent) -> standings.put(name, standing(session, agent)));
        return standings;
    }

    /// Asks the program if it has to be asked; takes as long as the program does.
    public ProgramStanding ask(Store store, AgentConfig agent) {
        ProgramStanding known = store.read(session -> standing(session, agent));
        boolean isOver =
                !(known instanceof Unknown) && !(known instanceof Unusable(String _, boolean passing) && passing);
        return isOver ? known : askAgain(store, agent);
    }

    /// Asks the program whatever is known of it.
    public ProgramStanding askAgain(Store store, AgentConfig agent) {
        if (!(locate(agent) instanceof Sought.Here(Located located)) || needsNothing(located.driver())) {
            return store.read(session -> standing(session, agent));
        }
        AgentProgram answer = new ProgramInquiry(root, located.variables(), ProgramInquiry.USUAL_LIMIT)
                .ask(located.file(), located.driver().help(), located.stamp(), clock.instant());
        store.change(Actor.CONSUMER, session -> session.programs().save(answer));
        return judge(answer, located.driver());
    }

    /// What the program said of itself, if it was asked.
    public Optional<AgentProgram> answer(Session session, AgentConfig agent) {
        return locate(agent) instanceof Sought.Here(Located located) ? kept(session, located) : Optional.empty();
    }

    /// The file that would be started; empty if there is none.
    public Optional<Path> file(AgentConfig agent) {
        return locate(agent) instanceof Sought.Here(Located located) ? Optional.of(located.found()) : Optional.empty();
    }

    /// Changes with the program: with its file, or with what stands against finding it.
    ///
    /// @param before where it was found the last time, which is looked at first: a search along the PATH is slow
    String mark(AgentConfig agent, Optional<Path> before) {
        try {
            return before.isPresent() ? stamp(before.get()) : String.valueOf(locate(agent));
        } catch (IOException vanished) {
            return "gone";
        }
    }

    private static String stamp(Path file) throws IOException {
        return "%s %d".formatted(Files.getLastModifiedTime(file).toInstant(), Files.size(file));
    }

    private static Optional<AgentProgram> kept(Session session, Located located) {
        String help = String.join(" ", located.driver().help());
        return session.programs()
                .find(located.file().toString(), help)
                .filter(program -> program.stamp().equals(located.stamp()));
    }

    private static boolean needsNothing(Driver driver) {
        return driver.neededFlags().isEmpty() && driver.oldestVersion() == null;
    }

    private static ProgramStanding judge(AgentProgram program, Driver driver) {
        return ProgramCheck.objection(program, driver.neededFlags(), driver.oldestVersion())
                .<ProgramStanding>map(objection -> new Unusable(objection, program.problem() != null))
                .orElseGet(Fit::new);
    }

    /// What a search for the program led to.
    private sealed interface Sought {
        record Here(Located located) implements Sought {}

        /// It is named by a path that every workspace may have a file of its own at.
        record InWorkspace() implements Sought {}

        record Nowhere(String objection) implements Sought {}
    }

    private Sought locate(AgentConfig agent) {
        try {
            Map<String, String> variables = EnvironmentReferences.resolve(agent, environment);
            Driver driver = Drivers.of(agent, variables, false);
            Map<String, String> all = new HashMap<>(environment);
            all.putAll(variables);
            return switch (Program.find(driver.program(), root, all)) {
                case Program.Found(Path file) ->
                    driver.missingLogin(all)
                            .<Sought>map(missing -> new Sought.Nowhere(agent.name() + " is " + missing))
                            .orElseGet(() -> here(driver, variables, file));
                case Program.NotExecutable(Path file) ->
                    new Sought.Nowhere("%s is not executable: chmod +x it".formatted(file));
                case Program.Missing() ->
                    driver.program().contains("/") && needsNothing(driver)
                            ? new Sought.InWorkspace()
                            : new Sought.Nowhere(missing(agent, driver));
            };
        } catch (Refusal refusal) {
            return new Sought.Nowhere(refusal.getMessage());
        }
    }

    private static String missing(AgentConfig agent, Driver driver) {
        return "program not found: %s; install it, or set agents.%s.%s"
                .formatted(driver.program(), agent.name(), agent.command().isEmpty() ? "binary" : "command");
    }

    private static Sought here(Driver driver, Map<String, String> variables, Path found) {
        try {
            Path file = found.toRealPath();
            return new Sought.Here(new Located(driver, variables, found.normalize(), file, stamp(file)));
        } catch (IOException vanished) {
            return new Sought.Nowhere("cannot read %s: %s".formatted(found, vanished.getMessage()));
        }
    }
}
