package dev.fuel.agents;

import dev.fuel.config.Autonomy;
import dev.fuel.domain.run.FailureType;
import dev.fuel.domain.run.Usage;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What distinguishes one agent program from the others: everything but the reading of its events is data.
///
/// @param program            its usual name on PATH
/// @param oldestVersion      the oldest one that is known to be as described here
/// @param headless           one run without a screen, the prompt on standard input; slots: `session`, `model`,
///                           `autonomy`, `args`, `usage_file`,
///                           `schema`
/// @param resume             put into `session` of a run that goes on with an ended session; slot: `id`
/// @param preset             put into `session` of a fresh one whose id is chosen beforehand; slot: `id`; empty where
///                           the program lets nobody choose
/// @param attach             the program's own screen on an ended session; slots: `id`, `model`, `autonomy`
/// @param schema             put into `schema` of a run that is to answer with an object of a given form, if the
/// program
///                           lists its flags; slots: `text`, `file`; empty where the program knows no such thing
/// @param model              put into `model` where one is configured; slot: `name`
/// @param autonomy           put into `autonomy`; slot: `writable_folders`, a JSON list
/// @param environment        set for every run
/// @param autonomyVariables  set besides, depending on the autonomy
/// @param rootVariables      set besides when agents run as the superuser with full autonomy
/// @param help               the words that make it list the flags of {@code headless}
/// @param endsWithFinalEvent whether a run that went well always ends with an event that says so
/// @param alsoEndsWellWith   exit codes besides 0 with which it may end after such an event
/// @param namesSessionLate   whether the stream names the session only at its end, so that it should be preset
/// @param usage              what the reported consumption covers
/// @param usageFile          reads the file that `usage_file` in {@code headless} stands for, in which it leaves its
///                           consumption at the end; null if the stream tells it
/// @param defaultSettings    settings that yield to all others, which Fuel leaves beside the prompt; null if it needs
///                           none
/// @param login              without which it waits for a person; null if it says so and ends
/// @param parser             makes the reader of one run's output
/// @param exits              exit codes of its own that mean more than "it failed"
/// @param unknownSession     what it says on standard error when the session to be resumed does not exist; null if it
///                           tells in an event
public record DriverProfile(
        String program,
        String oldestVersion,
        WordTemplate headless,
        WordTemplate resume,
        WordTemplate preset,
        WordTemplate attach,
        WordTemplate schema,
        WordTemplate model,
        Map<Autonomy, WordTemplate> autonomy,
        Map<String, String> environment,
        Map<Autonomy, Map<String, String>> autonomyVariables,
        Map<String, String> rootVariables,
        List<String> help,
        boolean endsWithFinalEvent,
        Set<Integer> alsoEndsWellWith,
        boolean namesSessionLate,
        UsageScope usage,
        @Nullable Function<byte[], Usage> usageFile,
        @Nullable DefaultSettings defaultSettings,
        @Nullable Login login,
        Supplier<EventParser> parser,
        Map<Integer, FailureType> exits,
        @Nullable String unknownSession) {
    public DriverProfile {
        autonomy = Map.copyOf(autonomy);
        environment = Map.copyOf(environment);
        autonomyVariables = Map.copyOf(autonomyVariables);
        rootVariables = Map.copyOf(rootVariables);
        help = List.copyOf(help);
        alsoEndsWellWith = Set.copyOf(alsoEndsWellWith);
        exits = Map.copyOf(exits);
    }

    /// Begins the description of a program.
    ///
    /// @param oldestVersion the oldest one that is known to be as described
    public static Builder of(String program, String oldestVersion) {
        return new Builder(program, oldestVersion);
    }

    /// Collects what is to be said of a program; what is not said has the value that most programs share.
    public static final class Builder {
        private final String program;
        private final String oldestVersion;
        private final Map<Autonomy, WordTemplate> autonomy = new EnumMap<>(Autonomy.class);
        private final Map<String, String> environment = new HashMap<>();
        private final Map<Autonomy, Map<String, String>> autonomyVariables = new EnumMap<>(Autonomy.class);
        private final Map<String, String> rootVariables = new HashMap<>();
        private final Map<Integer, FailureType> exits = new HashMap<>();
        private WordTemplate headless = WordTemplate.EMPTY;
        private WordTemplate resume = WordTemplate.EMPTY;
        private WordTemplate preset = WordTemplate.EMPTY;
        private WordTemplate attach = WordTemplate.EMPTY;
        private WordTemplate schema = WordTemplate.EMPTY;
        private WordTemplate model = WordTemplate.of("--model {name}");
        private List<String> help = List.of("--help");
        private boolean endsWithFinalEvent = true;
        private Set<Integer> alsoEndsWellWith = Set.of();
        private boolean namesSessionLate;
        private UsageScope usage = UsageScope.RUN;
        private @Nullable Function<byte[], Usage> usageFile;
        private @Nullable DefaultSettings defaultSettings;
        private @Nullable Login login;
        private @Nullable Supplier<EventParser> parser;
        private @Nullable String unknownSession;

        private Builder(String program, String oldestVersion) {
            this.program = program;
            this.oldestVersion = oldestVersion;
        }

        /// How a run is started: `--print {session} {model} {autonomy} {args}`.
        public Builder headless(String words) {
            headless = WordTemplate.of(words);
            return this;
        }

        /// What `{session}` stands for when an ended session goes on: `--resume {id}`.
        public Builder resume(String words) {
            resume = WordTemplate.of(words);
            return this;
        }

        /// What `{session}` stands for when the id of a fresh session is chosen beforehand.
        public Builder preset(String words) {
            preset = WordTemplate.of(words);
            return this;
        }

        /// How the program's own screen opens an ended session.
        public Builder attach(String words) {
            attach = WordTemplate.of(words);
            return this;
        }

        /// What `{schema}` stands for when the answer is to have a given form: `--json-schema {text}`.
        public Builder schema(String words) {
            schema = WordTemplate.of(words);
            return this;
        }

        /// How a model is chosen, if not with `--model {name}`.
        public Builder model(String words) {
            model = WordTemplate.of(words);
            return this;
        }

        /// The words that let the agent do so much without asking; none for {@link Autonomy#ASK} unless they
        /// are told.
        public Builder autonomy(Autonomy autonomy, String words) {
            this.autonomy.put(autonomy, WordTemplate.of(words));
            return this;
        }

        /// The same where it takes a variable.
        public Builder autonomyVariable(Autonomy autonomy, String name, String value) {
            autonomyVariables.put(autonomy, Map.of(name, value));
            return this;
        }

        /// A variable that is always set.
        public Builder variable(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /// A variable for the superuser with full autonomy.
        public Builder rootVariable(String name, String value) {
            rootVariables.put(name, value);
            return this;
        }

        /// What lists the flags, if not `--help`.
        public Builder help(String words) {
            help = WordTemplate.of(words).words();
            return this;
        }

        /// A run whose final event tells of success may also end with this exit code.
        public Builder alsoEndsWellWith(int exitCode) {
            alsoEndsWellWith = Set.of(exitCode);
            return this;
        }

        /// A run that went well need not say so: then the exit code alone decides.
        public Builder withoutFinalEvent() {
            endsWithFinalEvent = false;
            return this;
        }

        /// The session's id comes only with the last event.
        public Builder namesSessionLate() {
            namesSessionLate = true;
            return this;
        }

        /// What is reported is the sum over all runs of the session.
        public Builder usageOfSession() {
            usage = UsageScope.SESSION;
            return this;
        }

        /// It leaves its consumption in the file that `{usage_file}` stands for.
        public Builder usageFile(Function<byte[], Usage> reader) {
            usageFile = reader;
            return this;
        }

        /// What it cannot be told by flag or variable, but by the file of default settings that the variable
        /// names.
        public Builder defaultSettings(DefaultSettings settings) {
            defaultSettings = settings;
            return this;
        }

        /// Without this key it waits for a person.
        public Builder login(Login key) {
            login = key;
            return this;
        }

        /// Its events, one JSON object a line.
        public Builder events(Supplier<? extends JsonLines.Events> events) {
            parser = () -> JsonLines.parser(events.get());
            return this;
        }

        /// An exit code of its own.
        public Builder exit(int code, FailureType type) {
            exits.put(code, type);
            return this;
        }

        /// The beginning of what standard error says of a session that does not exist.
        public Builder unknownSession(String words) {
            unknownSession = words;
            return this;
        }

        /// The finished description.
        public DriverProfile build() {
            return new DriverProfile(
                    program,
                    oldestVersion,
                    headless,
                    resume,
                    preset,
                    attach,
                    schema,
                    model,
                    autonomy,
                    environment,
                    autonomyVariables,
                    rootVariables,
                    help,
                    endsWithFinalEvent,
                    alsoEndsWellWith,
                    namesSessionLate,
                    usage,
                    usageFile,
                    defaultSettings,
                    login,
                    Objects.requireNonNull(parser, "a driver needs a parser"),
                    exits,
                    unknownSession);
        }
    }
}
