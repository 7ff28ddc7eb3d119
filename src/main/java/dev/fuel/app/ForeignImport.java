package dev.fuel.app;

import dev.fuel.domain.Identifier;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.epic.EpicId;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.TaskId;
import dev.fuel.exchange.ForeignIssue;
import dev.fuel.exchange.ForeignIssue.Link;
import dev.fuel.exchange.ForeignReading;
import dev.fuel.store.ManyDependencies;
import dev.fuel.store.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes tasks and epics of another tracker's issues, in one transaction. What came before, by its id there, is left as
/// it is, links and all; what cannot be taken as it is there is told with its place, and the rest comes in.
final class ForeignImport {
    private final Session session;
    private final String source;
    private final @Nullable String baseBranch;
    private final Map<String, Identifier> known;
    private final Map<String, ForeignIssue> issues = new HashMap<>();
    private final Set<String> fresh = new HashSet<>();
    private final List<String> problems = new ArrayList<>();
    private int tasks;
    private int epics;
    private int links;
    private int unchanged;

    ForeignImport(Session session, String source, @Nullable String baseBranch) {
        this.session = session;
        this.source = source;
        this.baseBranch = baseBranch;
        this.known = session.foreignIds().of(source);
    }

    ExchangeActions.Imported take(ForeignReading reading) {
        problems.addAll(reading.problems());
        reading.issues().forEach(this::register);
        reading.issues().stream().filter(ForeignIssue::epic).forEach(this::addEpic);
        reading.issues().stream().filter(issue -> !issue.epic()).forEach(this::addTask);
        ManyDependencies dependencies = session.dependencies().many();
        reading.issues().stream()
                .filter(issue -> fresh.contains(issue.id()))
                .forEach(issue -> link(issue, dependencies));
        dependencies.close();
        reading.issues().stream()
                .filter(issue -> issue.epic() && issue.closed() && fresh.contains(issue.id()))
                .forEach(this::approve);
        return new ExchangeActions.Imported(tasks, epics, links, unchanged, problems);
    }

    private void register(ForeignIssue issue) {
        if (issues.putIfAbsent(issue.id(), issue) != null) {
            tell(issue, "%s stands there more than once: the first one counts".formatted(issue.id()));
        } else if (known.containsKey(issue.id())) {
            unchanged++;
        }
    }

    /// Whether it is to be added: not if it came before, or stands there a second time.
    private boolean isNew(ForeignIssue issue) {
        return !known.containsKey(issue.id()) && issue.equals(issues.get(issue.id()));
    }

    private void addEpic(ForeignIssue issue) {
        if (!isNew(issue)) {
            return;
        }
        try {
            added(issue, session.foreignIds().addEpic(baseBranch, source, issue));
            epics++;
        } catch (Refusal refusal) {
            tell(issue, refusal.getMessage());
        }
    }

    private void addTask(ForeignIssue issue) {
        if (!isNew(issue)) {
            return;
        }
        try {
            NewTask task = new NewTask(
                    issue.title(),
                    issue.description(),
                    issue.type(),
                    issue.priority(),
                    Complexity.SIMPLE,
                    issue.labels(),
                    List.of(),
                    null,
                    epicOf(issue),
                    null);
            added(issue, session.foreignIds().addTask(task, source, issue));
            tasks++;
        } catch (Refusal refusal) {
            tell(issue, refusal.getMessage());
        }
    }

    private void added(ForeignIssue issue, Identifier id) {
        known.put(issue.id(), id);
        fresh.add(issue.id());
    }

    /// The nearest epic above it.
    private @Nullable EpicId epicOf(ForeignIssue issue) {
        Set<String> seen = new HashSet<>();
        ForeignIssue at = issue;
        while (at != null && seen.add(at.id())) {
            @Nullable ForeignIssue above = null;
            for (Link link : at.links()) {
                if (link.kind() == ForeignIssue.LinkKind.PART_OF) {
                    if (known.get(link.id()) instanceof EpicId epic) {
                        return epic;
                    }
                    above = issues.get(link.id());
                }
            }
            at = above;
        }
        return null;
    }

    private void link(ForeignIssue issue, ManyDependencies dependencies) {
        for (Link link : issue.links()) {
            try {
                link(issue, link, dependencies);
            } catch (Refusal refusal) {
                tell(issue, "%s %s: %s".formatted(link.word(), link.id(), refusal.getMessage()));
            }
        }
    }

    private void link(ForeignIssue issue, Link link, ManyDependencies dependencies) {
        @Nullable Identifier other = known.get(link.id());
        if (other == null) {
            tell(issue, "%s %s: there is no such issue".formatted(link.word(), link.id()));
            return;
        }
        Identifier self = known.get(issue.id());
        if (self instanceof TaskId task && other instanceof TaskId second) {
            switch (link.kind()) {
                case BLOCKED_BY -> {
                    dependencies.add(task, second);
                    links++;
                }
                case DISCOVERED_FROM, PART_OF -> {
                    dependencies.addOrigin(task, second);
                    links++;
                }
                // Stands in the description.
                case RELATED -> {}
            }
        } else if (self instanceof TaskId && link.kind() == ForeignIssue.LinkKind.PART_OF) {
            links++;
        } else if (link.kind() != ForeignIssue.LinkKind.RELATED) {
            tell(
                    issue,
                    "%s %s: an epic has no links to others here, it is kept without".formatted(link.word(), link.id()));
        }
    }

    /// An epic that is over there needs no word of a person here.
    private void approve(ForeignIssue issue) {
        if (known.get(issue.id()) instanceof EpicId epic) {
            try {
                session.signOff().approve(epic);
            } catch (Refusal refusal) {
                tell(issue, "closed there, open here: " + refusal.getMessage());
            }
        }
    }

    private void tell(ForeignIssue issue, String problem) {
        problems.add("%s: %s".formatted(issue.place(), problem));
    }
}
