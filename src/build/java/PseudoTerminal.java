import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A terminal with nobody in front of it (POSIX `posix_openpt`): what a program writes there is read and kept, and keys
/// can be typed. The program answers to no signals from it, since it is not its controlling terminal.
final class PseudoTerminal {
    private static final int OPEN_FLAGS = 2 | (isMac() ? 0x20000 : 0x100); // O_RDWR | O_NOCTTY
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final long SET_WINDOW_SIZE = isMac() ? 0x80087467L : 0x5414L; // TIOCSWINSZ
    private static final short ROWS = 50;
    private static final short COLUMNS = 160;
    private static final int PIECE = 1 << 16;
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(5);

    private final MethodHandle read = call("read", LONG, INT, ValueLayout.ADDRESS, LONG);
    private final MethodHandle write = call("write", LONG, INT, ValueLayout.ADDRESS, LONG);
    private final int master;
    private final File terminal;
    private final OutputStream copy;
    private final Thread listener;
    private final StringBuilder written = new StringBuilder();

    /// The system has none to give.
    static final class NoneException extends Exception {
        private static final long serialVersionUID = 1;

        private NoneException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private PseudoTerminal(int master, File terminal, OutputStream copy) {
        this.master = master;
        this.terminal = terminal;
        this.copy = copy;
        listener = Thread.ofPlatform().daemon().name("pseudo-terminal").start(this::listen);
    }

    /// @param copy gets all that is written to it
    static PseudoTerminal open(OutputStream copy) throws NoneException {
        try {
            int master = (int) call("posix_openpt", INT, INT).invokeExact(OPEN_FLAGS);
            if (master < 0
                    || (int) call("grantpt", INT, INT).invokeExact(master) != 0
                    || (int) call("unlockpt", INT, INT).invokeExact(master) != 0) {
                throw new NoneException("posix_openpt gives none", null);
            }
            resize(master);
            MemorySegment name =
                    (MemorySegment) call("ptsname", ValueLayout.ADDRESS, INT).invokeExact(master);
            return new PseudoTerminal(
                    master, new File(name.reinterpret(Long.MAX_VALUE).getString(0)), copy);
        } catch (NoneException none) {
            throw none;
        } catch (Throwable failure) {
            throw new NoneException("the C library cannot be called", failure);
        }
    }

    private static void resize(int master) throws Throwable {
        MethodHandle control = Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().findOrThrow("ioctl"),
                        FunctionDescriptor.of(INT, INT, LONG, ValueLayout.ADDRESS),
                        Linker.Option.firstVariadicArg(2));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocateFrom(ValueLayout.JAVA_SHORT, ROWS, COLUMNS, (short) 0, (short) 0);
            int _ = (int) control.invokeExact(master, SET_WINDOW_SIZE, size);
        }
    }

    private static boolean isMac() {
        return System.getProperty("os.name", "").startsWith("Mac");
    }

    private static MethodHandle call(String name, MemoryLayout result, MemoryLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments));
    }

    /// The end that a program reads from and writes to.
    File terminal() {
        return terminal;
    }

    private void listen() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment piece = arena.allocate(PIECE);
            while (true) {
                long length = (long) read.invokeExact(master, piece, (long) PIECE);
                if (length <= 0) {
                    return; // the last program on it has gone
                }
                byte[] bytes = piece.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
                copy.write(bytes);
                synchronized (written) {
                    written.append(new String(bytes, StandardCharsets.ISO_8859_1));
                    written.notifyAll();
                }
            }
        } catch (Throwable failure) {
            throw new IllegalStateException("the pseudo terminal cannot be read", failure);
        }
    }

    /// Waits until all has been read that programs have written; they have to be gone.
    void drain() throws InterruptedException {
        listener.join(LONGEST_DRAIN);
    }

    void type(String keys) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocateFrom(keys);
            if ((long) write.invokeExact(master, text, text.byteSize() - 1) < 0) {
                throw new IOException("nothing can be typed on the pseudo terminal");
            }
        } catch (IOException failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IOException("nothing can be typed on the pseudo terminal", failure);
        }
    }

    /// Waits until the text was written, looking only at what was written after what the last wait has found.
    ///
    /// @return whether it came in time
    boolean await(String text, int millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        synchronized (written) {
            int found = written.indexOf(text);
            for (long left = 1; found < 0 && left > 0; found = written.indexOf(text)) {
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                written.wait(Math.max(left, 1));
            }
            written.delete(0, found < 0 ? 0 : found + text.length());
            return found >= 0;
        }
    }
}
