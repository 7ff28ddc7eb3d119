package dev.fuel.cli;

import dev.fuel.app.LogFile;
import dev.fuel.app.Project;
import dev.fuel.app.ProjectLocation;
import dev.fuel.domain.Nearest;
import dev.fuel.domain.Refusal;
import dev.fuel.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The command line: arguments in, exit code out.
public final class Cli {
    private final Surroundings surroundings;
    private final Screen screen;
    private final ToolServer toolServer;

    public Cli(Surroundings surroundings) {
        this(surroundings, Screen.NONE, ToolServer.NONE);
    }

    /// @param screen     what `fuel` alone opens on a terminal
    /// @param toolServer what `fuel mcp` starts
    public Cli(Surroundings surroundings, Screen screen, ToolServer toolServer) {
        this.surroundings = surroundings;
        this.screen = screen;
        this.toolServer = toolServer;
    }

    /// Gives one command. Whatever goes wrong is told on standard error.
    public int run(String... args) {
        List<String> words = List.of(args);
        var errors = new Errors(surroundings.err(), words.contains("--json"));
        ExitCode exit;
        try {
            exit = give(words);
            surroundings.out().flush();
        } catch (RuntimeException | StackOverflowError failure) {
            exit = tell(failure, words, errors);
        }
        surroundings.err().flush();
        return exit.number();
    }

    private ExitCode give(List<String> words) {
        int at = commandIndex(words);
        if (at < 0) {
            return overview(words);
        }
        String name = words.get(at);
        Commands.Entry entry = Commands.find(name).orElseThrow(() -> unknown(name));
        Subcommand command = Commands.create(name);
        var rest = new ArrayList<>(words);
        rest.remove(at);
        Arguments arguments = Arguments.parse(name, command.syntax(), rest);
        Output output = output(arguments);
        if (arguments.has("--help")) {
            Help.print(output, entry, command.syntax());
            return ExitCode.DONE;
        }
        checkAccess(entry.access(), entry.name());
        try (var invocation =
                new Invocation(arguments, surroundings, output, screen, toolServer, () -> open(arguments))) {
            return command.run(invocation);
        }
    }

    private Output output(Arguments arguments) {
        return new Output(surroundings, arguments.value("--color").orElse("auto"), arguments.has("--json"));
    }

    /// No command: without a terminal, the board stands for the screen.
    private ExitCode overview(List<String> words) {
        Arguments arguments = Arguments.parse("", Syntax.NONE.json(), words);
        if (arguments.has("--help")) {
            Help.printOverview(output(arguments));
            return ExitCode.DONE;
        }
        checkAccess(Access.PERSON, "alone");
        try (var project = open(arguments)) {
            if (surroundings.isInteractive() && !arguments.has("--json")) {
                screen.open(project, true);
                return ExitCode.DONE;
            }
        }
        if (!arguments.has("--json")) {
            surroundings
                    .err()
                    .println("fuel: no terminal for the screen, so here is the board; fuel help lists commands");
        }
        return give(withCommand("board", words));
    }

    private static List<String> withCommand(String name, List<String> words) {
        var all = new ArrayList<>(words);
        all.add(name);
        return all;
    }

    /// Where the command's name stands: common options and their values may stand before it.
    private static int commandIndex(List<String> words) {
        for (int index = 0; index < words.size(); index++) {
            String word = words.get(index);
            if (!word.startsWith("-")) {
                return index;
            }
            Optional<Syntax.Option> option = Syntax.COMMON.find(word);
            if (option.isPresent() && option.get().value() != null) {
                index++;
            }
        }
        return -1;
    }

    private static UsageException unknown(String name) {
        String hint = Nearest.to(name, Commands.names())
                .map("did you mean fuel %s?"::formatted)
                .orElse("fuel help lists the commands");
        return new UsageException("unknown command \"%s\": %s".formatted(Printable.fit(name, 60), hint));
    }

    private void checkAccess(Access access, String name) {
        if (access == Access.PERSON && surroundings.runToken().isPresent()) {
            throw new Refusal(
                    "not_for_agents",
                    "fuel %s is for people: inside a run only reading, add, dep:add on tasks that the run added, "
                                    .formatted(name)
                            + "inbox:post, and done on the run's own task are allowed");
        }
    }

    private Project open(Arguments arguments) {
        Store.prepare();
        return Project.open(
                ProjectLocation.find(
                        arguments.value("--project"), surroundings.environment(), surroundings.directory()),
                surroundings.environment(),
                surroundings.clock(),
                surroundings.random());
    }

    private ExitCode tell(Throwable failure, List<String> words, Errors errors) {
        if (failure instanceof OutputClosedException closed && closed.isBrokenPipe()) {
            return ExitCode.DONE;
        }
        Errors.Told told = Errors.tell(failure);
        if (told.exit() == ExitCode.DEFECT) {
            told = new Errors.Told(told.exit(), told.code(), told.message() + log(failure, words));
        }
        errors.print(told);
        return told.exit();
    }

    /// Where the details went, for the end of the message.
    private String log(Throwable failure, List<String> words) {
        try {
            var location = ProjectLocation.find(Optional.empty(), surroundings.environment(), surroundings.directory());
            new LogFile(location.folder(), surroundings.clock())
                    .error("defect in fuel " + String.join(" ", words), failure);
            return " (details in .fuel/fuel.log)";
        } catch (RuntimeException noLog) {
            failure.addSuppressed(noLog);
            failure.printStackTrace(surroundings.err());
            return "";
        }
    }
}
