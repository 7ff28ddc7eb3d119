package dev.fuel.tui.backend;

import dev.fuel.app.BacklogActions;
import dev.fuel.app.Caller;
import dev.fuel.app.Project;
import dev.fuel.domain.Actor;
import dev.fuel.domain.BacklogItem;
import dev.fuel.domain.Identifier;
import dev.fuel.tui.state.Card;
import dev.fuel.tui.state.Column;
import dev.fuel.tui.state.ColumnKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The ideas of `backlog.jsonl` as cards; the file is read again only when it has changed.
final class BacklogReader {
    /// The id of an idea. It is no task: what is done with it is done by `fuel promote`.
    record IdeaId(String value) implements Identifier {
        IdeaId {
            Identifier.require(BacklogItem.PREFIX, value);
        }
    }

    private record Stamp(Instant modified, long bytes) {
        boolean isSameAs(@Nullable Stamp other) {
            return other != null && modified.equals(other.modified) && bytes == other.bytes;
        }
    }

    private final Path file;
    private final BacklogActions backlog;
    private @Nullable Stamp read;
    private Column column = Column.empty(ColumnKind.BACKLOG);

    BacklogReader(Project project) {
        file = project.folder().resolve("backlog.jsonl");
        backlog = new BacklogActions(project, Caller.of(project.environment(), project.store(), Actor.HUMAN));
    }

    synchronized Column column() {
        Stamp now = stamp();
        if (now == null || !now.isSameAs(read)) {
            List<Card> cards =
                    backlog.contents().items().stream().map(BacklogReader::card).toList();
            column = new Column(ColumnKind.BACKLOG, cards.size(), cards);
            read = now;
        }
        return column;
    }

    private @Nullable Stamp stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime().toInstant(), attributes.size());
        } catch (NoSuchFileException none) {
            return null;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    private static Card card(BacklogItem item) {
        return new Card(
                new IdeaId(item.id()),
                item.title(),
                item.priority(),
                item.complexity(),
                null,
                null,
                null,
                Objects.requireNonNullElse(item.createdAt(), Instant.EPOCH),
                "",
                List.of(),
                null);
    }
}
