package dev.fuel.app;

import dev.fuel.config.ConfigReading;
import dev.fuel.config.FuelConfig;
import dev.fuel.consume.ConsumerLock;
import dev.fuel.store.StoreUnusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks at everything that Fuel stands on, and says of each what is wrong and how to mend it. Changes
/// nothing but what is known of the agents' programs.
public final class Doctor {
    private static final long LITTLE_SPACE_BYTES = 1L << 30;

    private final Project project;

    public Doctor(Project project) {
        this.project = project;
    }

    public List<Finding> examine() {
        var findings = new ArrayList<Finding>();
        findings.addAll(new GitExamination(project.root()).examine());
        findings.add(database());
        ConfigReading reading = project.readConfig();
        switch (reading) {
            case ConfigReading.Usable usable -> {
                findings.add(Finding.ok("configuration", project.configFile().toString()));
                findings.addAll(agents(usable.config()));
            }
            case ConfigReading.Unusable unusable ->
                unusable.problems()
                        .forEach(problem -> findings.add(Finding.wrong(
                                "configuration", problem.toString(), "edit " + project.configFile() + " there")));
        }
        findings.addAll(new WorkExamination(project).examine());
        findings.add(consumer());
        findings.add(space());
        return findings;
    }

    private Finding database() {
        try {
            List<String> damage = project.store().<List<String>>read(session -> session.damage());
            return damage.isEmpty()
                    ? Finding.ok("database", project.databaseFile() + ", quick_check ok")
                    : Finding.wrong("database", damage.getFirst(), restore());
        } catch (StoreUnusable e) {
            return Finding.wrong("database", String.valueOf(e.getMessage()), restore());
        }
    }

    private String restore() {
        Path backups = project.folder().resolve("backups");
        Optional<Path> newest = Optional.empty();
        if (Files.isDirectory(backups)) {
            try (var files = Files.list(backups)) {
                newest = files.sorted().reduce((earlier, later) -> later);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot list " + backups, e);
            }
        }
        String aside = "stop every fuel, move agent.db, agent.db-wal and agent.db-shm away, ";
        return newest.map(file -> aside + "then copy " + file + " to " + project.databaseFile())
                .orElse(aside + "then any command makes a new one (there is no backup)");
    }

    private List<Finding> agents(FuelConfig config) {
        if (config.agents().isEmpty()) {
            return List.of(
                    Finding.wrong("agents", "none is configured", "name one under agents: in " + project.configFile()));
        }
        return config.agents().values().stream()
                .map(agent -> new AgentExamination(project, agent).examine())
                .toList();
    }

    private Finding consumer() {
        return ConsumerLock.holder(project.folder())
                .map(holder -> Finding.ok("consumer", "held by %s since %s".formatted(holder, holder.since())))
                .orElseGet(() -> Finding.ok("consumer", "none runs"));
    }

    private Finding space() {
        try {
            long free = Files.getFileStore(project.folder()).getUsableSpace();
            String detail = "%,d MiB free".formatted(free >> 20);
            return free < LITTLE_SPACE_BYTES
                    ? Finding.warning("disk", detail, "make room: every task has a worktree of its own")
                    : Finding.ok("disk", detail);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask for the free space of " + project.folder(), e);
        }
    }
}
