package dev.fuel;

import dev.fuel.cli.Cli;
import dev.fuel.cli.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The runs from which the build makes the AOT caches: what it loads and uses starts quickly afterwards.
///
/// Started by the build only, in a throw-away project. Arguments: `commands` (what is given all day) or `everything`
/// (the consumer and the screen as well), and the project's folder. A command that is given often belongs into the
/// list; the order matters no more than that there is something to show.
final class Training {
    private static final String CONFIGURATION = """
            complexity: {trivial: quick, simple: quick, moderate: quick, complex: quick}
            primary: quick
            agents:
              quick: {driver: command, command: [sh, -c, "echo done"]}
            """;

    private static final String ISSUES = "issues.jsonl";

    /// As Beads writes them: an epic with a task, and one that waits for that.
    private static final String ISSUES_OF_BEADS = """
            {"id":"bd-1","title":"An epic","status":"open","priority":1,"issue_type":"epic","created_at":"2026-01-05T08:00:00Z","updated_at":"2026-01-05T08:00:00Z"}
            {"id":"bd-2","title":"A task","status":"open","priority":2,"issue_type":"task","labels":["training"],"created_at":"2026-01-05T08:00:00Z","updated_at":"2026-01-05T08:00:00Z","dependencies":[{"issue_id":"bd-2","depends_on_id":"bd-1","type":"parent-child"}]}
            {"id":"bd-3","title":"Another","status":"closed","priority":2,"issue_type":"bug","created_at":"2026-01-05T08:00:00Z","updated_at":"2026-01-05T08:00:00Z","closed_at":"2026-01-06T08:00:00Z","dependencies":[{"issue_id":"bd-3","depends_on_id":"bd-2","type":"blocks"},{"issue_id":"bd-3","depends_on_id":"bd-1","type":"parent-child"}]}
            """;

    /// What people, scripts and agents give all day.
    private static final List<List<String>> COMMON = List.of(
            List.of("ready"),
            List.of("add", "The first task", "--type", "chore", "--priority", "1", "--description", "-"),
            List.of("add", "The second task", "--type", "chore", "--blocked-by", "$1", "--labels", "training"),
            List.of("add", "The third task", "--type", "chore", "--json"),
            List.of("ready"),
            List.of("ready", "--json"),
            List.of("tasks"),
            List.of("tasks", "--json", "--status", "open"),
            List.of("blocked"),
            List.of("board"),
            List.of("tree"),
            List.of("show", "$1"),
            List.of("show", "$1", "--json"),
            List.of("show", "f-00000x"),
            List.of("start", "$1"),
            List.of("done", "$1", "--reason", "trained"),
            List.of("human"));

    /// What comes before something that takes longer anyway, or is given now and then.
    private static final List<List<String>> OTHER = List.of(
            List.of("help"),
            List.of("epic:add", "An epic"),
            List.of("board", "--json"),
            List.of("consume", "--headless", "--until-idle"),
            List.of("runs"),
            List.of("runs", "--json"),
            List.of("epics"),
            List.of("health"),
            List.of("events"),
            List.of("config"),
            List.of("no-such-command"),
            List.of("import", "--from", "beads", ISSUES),
            List.of("export", "all.jsonl"),
            List.of("import", "all.jsonl"),
            // What the screen has to show.
            List.of("add", "Rehearsal", "--type", "chore"));

    private final Path project;
    private final Map<String, String> environment = new HashMap<>(System.getenv());
    private final Map<String, String> taskIds = new HashMap<>();

    private Training(Path project) {
        this.project = project;
        environment.keySet().removeIf(name -> name.startsWith("FUEL_"));
    }

    public static void main(String[] args) throws IOException {
        var training = new Training(Path.of(args[1]).toRealPath());
        Files.writeString(training.project.resolve(".fuel/config.yaml"), CONFIGURATION);
        Files.writeString(training.project.resolve(ISSUES), ISSUES_OF_BEADS);
        // Also what only the entrance loads.
        Fuel.run("--version");
        Fuel.run("ready", "--project", training.project.toString());
        COMMON.forEach(training::give);
        switch (args[0]) {
            case "commands" -> {}
            case "everything" -> {
                OTHER.forEach(training::give);
                // On a terminal this is the screen, which stays until its keys have been typed.
                Fuel.run();
            }
            default -> throw new IllegalArgumentException("neither commands nor everything: " + args[0]);
        }
    }

    /// Gives a command as a user would; `$1` stands for the first task that was added.
    private void give(List<String> words) {
        var output = new ByteArrayOutputStream();
        int exit;
        try (var out = new PrintStream(output, false, StandardCharsets.UTF_8)) {
            var surroundings = new Surroundings(
                    out,
                    out,
                    new ByteArrayInputStream("What is to be done.\n".getBytes(StandardCharsets.UTF_8)),
                    environment,
                    project,
                    InstantSource.system(),
                    new SystemRandom(),
                    false,
                    false,
                    null);
            exit = new Cli(surroundings)
                    .run(words.stream()
                            .map(word -> taskIds.getOrDefault(word, word))
                            .toArray(String[]::new));
        }
        String text = output.toString(StandardCharsets.UTF_8);
        if (words.getFirst().equals("add") && exit == 0) {
            taskIds.put("$" + (taskIds.size() + 1), text.strip());
        }
        System.out.println("fuel " + String.join(" ", words) + " → " + exit + "\n" + text);
    }
}
