package dev.fuel.tui.backend;

import dev.fuel.app.AttachActions;
import dev.fuel.app.AttachedSession;
import dev.fuel.app.Caller;
import dev.fuel.app.HealthActions;
import dev.fuel.app.Project;
import dev.fuel.config.AgentConfig;
import dev.fuel.config.EnvironmentReferences;
import dev.fuel.config.KnownDriver;
import dev.fuel.domain.Identifier;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.Word;
import dev.fuel.domain.agent.AgentName;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.run.Run;
import dev.fuel.domain.run.RunId;
import dev.fuel.domain.task.TaskId;
import dev.fuel.process.Desktop;
import dev.fuel.process.Editor;
import dev.fuel.process.ForegroundProgram;
import dev.fuel.process.RunDirectory;
import dev.fuel.store.RunFilter;
import dev.fuel.tui.TuiBackend.Session;
import dev.fuel.tui.state.Choice;
import dev.fuel.tui.state.Loan;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.state.Pick;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lends the terminal: to a person's editor or shell, to an agent's session or login, to the planning of an epic.
final class Loans {
    private static final String EDITOR_ASIDE = "editor";

    private final Project project;
    private final CurrentConfig current;
    private final @Nullable Path launcher;

    /// @param launcher the folder of the `fuel` program; null if it is not known
    Loans(Project project, CurrentConfig current, @Nullable Path launcher) {
        this.project = project;
        this.current = current;
        this.launcher = launcher;
    }

    /// The file in view first, then the workspace, then what the run has left.
    List<Choice> ways(Loan.Place place) {
        Optional<Run> run = run(place);
        Path folder = folder(place.about(), run);
        List<Choice> ways = new ArrayList<>();
        Path file = folder.resolve(place.file());
        if (!place.file().isEmpty() && Files.isRegularFile(file)) {
            String line = place.line() == 0 ? "" : ":" + place.line();
            ways.add(Choice.of(
                    "f", "%s: %s%s".formatted(EDITOR_ASIDE, place.file(), line), open(file, place.line(), folder)));
        }
        ways.add(Choice.of("e", "%s: %s".formatted(EDITOR_ASIDE, shown(folder)), open(folder, 0, folder)));
        ways.add(Choice.of("s", "shell in %s".formatted(shown(folder)), new Pick.Open(new Loan.Shell(folder))));
        run.ifPresent(last -> ways.addAll(files(last, folder)));
        ways.addAll(links(place.about()));
        return ways;
    }

    /// Only where there is a desktop: on another machine's terminal `y` copies them.
    private List<Choice> links(@Nullable Identifier about) {
        if (about == null || !desktop().isThere()) {
            return List.of();
        }
        List<Choice> ways = new ArrayList<>();
        for (String link : Links.in(Details.of(project.store(), about).lines())) {
            ways.add(Choice.of(String.valueOf(ways.size() + 1), "browser: " + link, new Pick.Browse(link)));
        }
        return ways;
    }

    /// @return what is said of it
    String browse(String link) {
        desktop().open(link);
        return "opened " + link;
    }

    private Desktop desktop() {
        return new Desktop(project.root(), project.environment(), System.getProperty("os.name"));
    }

    private List<Choice> files(Run run, Path folder) {
        Path files = RunDirectory.of(project.folder(), run.task() == null ? run.epic() : run.task(), run.id())
                .path();
        record Kept(String key, String file) {}
        return Stream.of(new Kept("p", "prompt.md"), new Kept("l", "stdout.log"), new Kept("r", "stderr.log"))
                .filter(kept -> Files.isRegularFile(files.resolve(kept.file())))
                .map(kept -> Choice.of(
                        kept.key(),
                        "%s: %s of %s".formatted(EDITOR_ASIDE, kept.file(), run.id()),
                        open(files.resolve(kept.file()), 0, folder)))
                .toList();
    }

    private static Pick open(Path file, int line, Path folder) {
        return new Pick.Open(new Loan.Edit(file, line, folder));
    }

    private String shown(Path folder) {
        return folder.equals(project.root())
                ? "the project's folder"
                : project.root().relativize(folder).toString();
    }

    /// The run that is meant, else the last of the task.
    private Optional<Run> run(Loan.Place place) {
        RunId id = place.run();
        return project.store().read(session -> {
            if (id != null) {
                return session.runs().find(id);
            }
            return place.about() instanceof TaskId task
                    ? session.runs().list(RunFilter.ofTask(task)).stream().findFirst()
                    : Optional.<Run>empty();
        });
    }

    /// Where the work is while there is a worktree of it, else the project's own folder.
    private Path folder(@Nullable Identifier about, Optional<Run> run) {
        Optional<Path> ofRun =
                run.flatMap(last -> Optional.ofNullable(last.workspacePath())).map(Path::of);
        Optional<Path> worktree = about instanceof TaskId || about instanceof EpicId
                ? Optional.of(project.folder().resolve("worktrees").resolve(about.value()))
                : Optional.empty();
        return Stream.of(ofRun, worktree)
                .flatMap(Optional::stream)
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(project.root());
    }

    /// Makes ready what the terminal is lent to.
    ///
    /// @throws Refusal if the program is not there
    Session open(Loan loan, Caller person) {
        person.requirePerson("open other programs");
        return switch (loan) {
            case Loan.Edit edit -> editing(new Editor(edit.file(), edit.line(), edit.folder()), "back from the editor");
            case Loan.Compose(String text) -> composing(text);
            case Loan.Configure(int line) ->
                editing(
                        new Editor(project.configFile(), line, project.root()),
                        "back from the configuration: what is good of it is taken up at once");
            case Loan.Shell(Path folder) ->
                running(
                        new ForegroundProgram(
                                List.of(project.environment().getOrDefault("SHELL", "sh")), folder, Map.of()),
                        "back from the shell");
            case Loan.LogIn(AgentName agent) -> logIn(agent, person);
            case Loan.Attach(TaskId task) -> attach(task, person);
            case Loan.Plan(EpicId epic) -> plan(epic);
        };
    }

    private Session attach(TaskId task, Caller person) {
        AttachedSession session = new AttachActions(project, person, launcher).open(task.value(), false);
        return () -> {
            try (session) {
                return new Message.Said(session.run().words());
            }
        };
    }

    /// The command itself, so that a person is asked the same on the screen and without it.
    private Session plan(EpicId epic) {
        if (launcher == null) {
            throw new Refusal("no_launcher", "leave the screen and give `fuel epic:plan %s`".formatted(epic));
        }
        var command = new ForegroundProgram(
                List.of(launcher.resolve("fuel").toString(), "epic:plan", epic.value()), project.root(), Map.of());
        return () -> {
            int exit = command.run(project.environment(), _ -> {});
            return exit == 0
                    ? new Message.Said("back from the plan of " + epic)
                    : new Message.Refused("no plan of %s: `fuel epic:plan %s` says why".formatted(epic, epic));
        };
    }

    private Session editing(Editor editor, String after) {
        editor.require(project.environment());
        return () -> ended(editor.run(project.environment()), after);
    }

    private static Message ended(int exit, String after) {
        return new Message.Said(exit == 0 ? after : "%s; it ended with %d".formatted(after, exit));
    }

    /// The text as the person leaves it; as it was, if their editor does not end well.
    private Session composing(String text) {
        Editor.on(project.root(), project.root()).require(project.environment()); // before there is a file to leave
        Path file = temporary(text);
        Editor editor = Editor.on(file, project.root());
        return () -> {
            try {
                int exit = editor.run(project.environment());
                return exit == 0
                        ? new Message.TextComposed(Files.readString(file).stripTrailing())
                        : new Message.Refused("the editor ended with %d: the text is as it was".formatted(exit));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(
                        "cannot read what the editor has written: " + unreadable.getMessage(), unreadable);
            } finally {
                boolean _ = file.toFile().delete();
            }
        };
    }

    /// Readable by this person alone; `.md`, so that editors know what it is.
    private static Path temporary(String text) {
        try {
            Path file = Files.createTempFile("fuel-", ".md");
            return Files.writeString(file, text.isEmpty() ? "" : text + "\n");
        } catch (IOException full) {
            throw new UncheckedIOException("cannot write a file for the editor: " + full.getMessage(), full);
        }
    }

    private Session running(ForegroundProgram program, String after) {
        Path _ = program.file(project.environment());
        return () -> {
            int exit = program.run(project.environment(), _ -> {});
            return ended(exit, after);
        };
    }

    /// After a login that ended well the agent may work again.
    private Session logIn(AgentName name, Caller person) {
        AgentConfig agent = current.get()
                .agent(name)
                .orElseThrow(() -> new Refusal("unknown_agent", "agent %s is no longer configured".formatted(name)));
        KnownDriver driver = Word.of(KnownDriver.class, agent.driver());
        List<String> words = new ArrayList<>();
        words.add(agent.binary() != null ? agent.binary() : driver.word());
        words.addAll(driver.login());
        var program = new ForegroundProgram(
                words, project.root(), EnvironmentReferences.resolve(agent, project.environment()));
        Path _ = program.file(project.environment());
        return () -> {
            int exit = program.run(project.environment(), _ -> {});
            if (exit != 0) {
                return new Message.Refused("%s: the login ended with %d".formatted(name, exit));
            }
            new HealthActions(project, person).reset(List.of(name));
            return new Message.Said("%s may work again".formatted(name));
        };
    }
}
