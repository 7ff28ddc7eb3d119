package dev.fuel.store;

import dev.fuel.domain.BacklogItem;
import dev.fuel.domain.Identifier;
import dev.fuel.domain.Refusal;
import dev.fuel.domain.task.Complexity;
import dev.fuel.domain.task.NewTask;
import dev.fuel.domain.task.Priority;
import dev.fuel.domain.task.TaskType;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// `.fuel/backlog.jsonl`: one JSON object per line, tracked by git and made to be merged. Lines that are not
/// understood, and keys that are not known, stay as they are.
///
/// Every change rewrites the file beside itself and renames it, under a file lock of its own, so that no process sees
/// half of it and none overwrites another's line.
public final class BacklogFile {
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final Path file;
    private final InstantSource clock;
    private final RandomGenerator random;

    public BacklogFile(Path file, InstantSource clock, RandomGenerator random) {
        this.file = file;
        this.clock = clock;
        this.random = random;
    }

    /// What stands in the file.
    ///
    /// @param problems one sentence for each line that could not be read, with its number
    public record Contents(List<BacklogItem> items, List<String> problems) {
        public Contents {
            items = List.copyOf(items);
            problems = List.copyOf(problems);
        }
    }

    public Contents read() {
        List<BacklogItem> items = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (BacklogLine line : lines()) {
            switch (line) {
                case BacklogLine.Item idea -> items.add(idea.item());
                case BacklogLine.Broken broken -> problems.add("%s, %s".formatted(file, broken.problem()));
                case BacklogLine.Blank _ -> {}
            }
        }
        return new Contents(items, problems);
    }

    /// Adds an idea at the end.
    ///
    /// @throws Refusal if the title or a label is not acceptable
    public BacklogItem add(
            String title,
            String description,
            TaskType type,
            Priority priority,
            Complexity complexity,
            SortedSet<String> labels) {
        List<BacklogItem> added = new ArrayList<>();
        rewrite(lines -> {
            BacklogItem item = new BacklogItem(
                    freshId(lines),
                    NewTask.requireTitle(title),
                    description,
                    type,
                    priority,
                    complexity,
                    NewTask.requireLabels(labels),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
            added.add(item);
            List<BacklogLine> more = new ArrayList<>(lines);
            more.add(BacklogLine.of(item));
            return more;
        });
        return added.getFirst();
    }

    /// Removes the item; everything else stays as it is.
    ///
    /// @return the item
    /// @throws Refusal if there is none with that id
    public BacklogItem remove(String id) {
        BacklogItem item = resolve(id);
        rewrite(lines -> lines.stream().filter(line -> !line.isOf(item.id())).toList());
        return item;
    }

    /// The only item whose id begins like this, with or without `b-`.
    ///
    /// @throws Refusal if there is none or more than one
    public BacklogItem resolve(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        String start = wanted.startsWith(BacklogItem.PREFIX) ? wanted : BacklogItem.PREFIX + wanted;
        List<BacklogItem> found = read().items().stream()
                .filter(item -> item.id().startsWith(start))
                .toList();
        if (found.isEmpty() || wanted.isEmpty()) {
            throw new Refusal("not_found", "no backlog item '%s': 'fuel backlog' lists them".formatted(text));
        }
        if (found.size() > 1) {
            throw new Refusal(
                    "ambiguous_id",
                    "'%s' is ambiguous, give more digits: %s"
                            .formatted(text, found.stream().map(BacklogItem::id).collect(Collectors.joining(", "))));
        }
        return found.getFirst();
    }

    private String freshId(List<BacklogLine> lines) {
        while (true) {
            String id = Identifier.random(BacklogItem.PREFIX, random);
            if (lines.stream().noneMatch(line -> line.isOf(id))) {
                return id;
            }
        }
    }

    private List<BacklogLine> lines() {
        try {
            List<BacklogLine> lines = new ArrayList<>();
            for (String text : Files.readString(file).lines().toList()) {
                lines.add(BacklogLine.parse(lines.size() + 1, text));
            }
            return lines;
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException cause) {
            throw new StoreUnusable("%s cannot be read: it must be a text in UTF-8".formatted(file), cause);
        }
    }

    private void rewrite(UnaryOperator<List<BacklogLine>> change) {
        ONE_AT_A_TIME.lock();
        try (FileChannel channel = FileChannel.open(
                        file.resolveSibling("backlog.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            String text = change.apply(lines()).stream()
                    .map(line -> line.text() + "\n")
                    .collect(Collectors.joining());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cause) {
            throw new StoreUnusable(
                    "%s cannot be written: check the rights of its folder and the free space".formatted(file), cause);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }
}
