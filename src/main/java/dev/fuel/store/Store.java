package dev.fuel.store;

import dev.fuel.domain.Actor;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// All that Fuel knows about a project. May be used by any number of threads.
///
/// One connection writes, under a lock; a few others read. The first reads go over the writing connection while it is
/// idle, so that a short command opens only one. SQLite's own lock makes processes take turns.
public final class Store implements AutoCloseable {
    private static final int MOST_READERS = 4;

    private final Database database;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final ReentrantLock writing = new ReentrantLock();
    private final DatabaseConnection writer;
    private final Semaphore readers = new Semaphore(MOST_READERS);
    private final ConcurrentLinkedDeque<DatabaseConnection> idleReaders = new ConcurrentLinkedDeque<>();
    private final ChangeNotice changes;

    private Store(Database database, DatabaseConnection writer, InstantSource clock, RandomGenerator random) {
        this.database = database;
        this.clock = clock;
        this.random = random;
        this.writer = writer;
        this.changes = new ChangeNotice(database.file(), this::foreignVersion);
    }

    /// Opens the database, makes it with its folder where there is none, and brings its schema up to date.
    ///
    /// @param random for ids, tokens and pauses; shared between threads
    /// @throws StoreUnusable if that cannot be done; the message says what to do
    public static Store open(Path databaseFile, InstantSource clock, RandomGenerator random) {
        Database database = Database.at(databaseFile, random);
        return new Store(database, database.open(clock), clock, random);
    }

    /// Begins to load what every database needs. Whoever opens one soon need not wait for it so long.
    public static void prepare() {
        DriverStart.begin();
    }

    /// Reads one snapshot. The function may be called again if the database is busy, and must change nothing.
    public <T extends @Nullable Object> T read(Function<Session, T> work) {
        if (idleReaders.isEmpty() && !writing.isHeldByCurrentThread() && writing.tryLock()) {
            try {
                return read(writer, work);
            } finally {
                writing.unlock();
            }
        }
        readers.acquireUninterruptibly();
        try {
            @Nullable DatabaseConnection idle = idleReaders.poll();
            DatabaseConnection reader = idle != null ? idle : database.connect();
            try {
                return read(reader, work);
            } finally {
                idleReaders.push(reader);
            }
        } finally {
            readers.release();
        }
    }

    /// Makes one change, whole or not at all; it survives the end of this process.
    public <T extends @Nullable Object> T write(Actor actor, Function<Session, T> work) {
        return write(actor, false, work);
    }

    /// As {@link #write}, without a result.
    public void change(Actor actor, Consumer<Session> work) {
        write(actor, false, session -> {
            work.accept(session);
            return true;
        });
    }

    /// As {@link #write}, and the change survives a loss of power too: for what a person decided.
    public <T extends @Nullable Object> T writeDurably(Actor actor, Function<Session, T> work) {
        return write(actor, true, work);
    }

    /// As {@link #write}, but in the end nothing has happened: what would come of it?
    public <T extends @Nullable Object> T rehearse(Actor actor, Function<Session, T> work) {
        writing.lock();
        try {
            return writer.rehearse(context -> work.apply(new Session(context, actor, now(), random)));
        } finally {
            writing.unlock();
        }
    }

    /// As {@link #writeDurably}, without a result.
    public void changeDurably(Actor actor, Consumer<Session> work) {
        write(actor, true, session -> {
            work.accept(session);
            return true;
        });
    }

    /// What {@link #vacuum} would take from the file, in bytes, at least.
    public long freeBytes() {
        writing.lock();
        try {
            return writer.freeBytes();
        } finally {
            writing.unlock();
        }
    }

    /// Writes the file anew without what was deleted. Nobody else can write meanwhile; cut off, nothing has
    /// happened.
    public void vacuum() {
        writing.lock();
        try {
            writer.vacuum();
        } finally {
            writing.unlock();
        }
    }

    /// Calls the listener after each commit, of this process or another, until the subscription is closed. It is
    /// called on the thread that committed or on a thread of the store's, and must return at once. Several commits
    /// may be told of by one call.
    public Subscription onChange(Runnable listener) {
        return changes.subscribe(listener);
    }

    /// Ends a listener's calls.
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /// Closes the connections. No other thread may be using the store any more.
    @Override
    public void close() {
        changes.close();
        for (DatabaseConnection reader = idleReaders.poll(); reader != null; reader = idleReaders.poll()) {
            reader.close();
        }
        writing.lock();
        try {
            writer.close();
        } finally {
            writing.unlock();
        }
    }

    private <T extends @Nullable Object> T read(DatabaseConnection connection, Function<Session, T> work) {
        return connection.read(context -> work.apply(new Session(context, null, now(), random)));
    }

    private <T extends @Nullable Object> T write(Actor actor, boolean durable, Function<Session, T> work) {
        if (writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("a transaction is already open on this thread");
        }
        T result;
        writing.lock();
        try {
            result = writer.write(durable, context -> work.apply(new Session(context, actor, now(), random)));
        } finally {
            writing.unlock();
        }
        changes.signal();
        return result;
    }

    /// Unchanged by this process's own commits, because those are made on the connection that is asked.
    private int foreignVersion() {
        writing.lock();
        try {
            return writer.version();
        } finally {
            writing.unlock();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
