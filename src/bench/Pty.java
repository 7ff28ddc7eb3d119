import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/// A pseudo terminal of Linux's with a program on it: what it writes is kept as a screen of characters.
final class Pty implements AutoCloseable {
    private static final int READ_WRITE = 2;
    private static final int NO_CONTROLLING_TERMINAL = 0x100;
    private static final long SET_WINDOW_SIZE = 0x5414;
    private static final int PIECE = 1 << 16;
    private static final String KIND_QUESTION = "\u001b[c";
    private static final String KIND = "\u001b[?62;22c";

    private final Arena arena = Arena.ofShared();
    private final MethodHandle read = call("read", ValueLayout.JAVA_LONG);
    private final MethodHandle write = call("write", ValueLayout.JAVA_LONG);
    private final int master;
    private final Process process;
    private final Screen screen;
    private long bytes;

    /// Starts the program as the leader of a session whose terminal this is.
    Pty(int columns, int rows, Path directory, Map<String, String> environment, String... command) throws Throwable {
        Linker linker = Linker.nativeLinker();
        MethodHandle open = handle("posix_openpt", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        MethodHandle grant = handle("grantpt", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        MethodHandle unlock = handle("unlockpt", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        MethodHandle name = handle("ptsname", ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
        MethodHandle control = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("ioctl"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS),
                Linker.Option.firstVariadicArg(2));
        master = (int) open.invokeExact(READ_WRITE | NO_CONTROLLING_TERMINAL);
        if (master < 0 || (int) grant.invokeExact(master) != 0 || (int) unlock.invokeExact(master) != 0) {
            throw new IOException("cannot make a pseudo terminal");
        }
        MemorySegment size = arena.allocateFrom(ValueLayout.JAVA_SHORT, (short) rows, (short) columns, (short) 0, (short) 0);
        int _ = (int) control.invokeExact(master, SET_WINDOW_SIZE, size);
        String terminal = ((MemorySegment) name.invokeExact(master)).reinterpret(Long.MAX_VALUE).getString(0);
        screen = new Screen(columns, rows);
        String[] words = {"setsid", "sh", "-c", "exec \"$@\" <" + terminal + " >" + terminal + " 2>&1", "sh"};
        String[] all = Arrays.copyOf(words, words.length + command.length);
        System.arraycopy(command, 0, all, words.length, command.length);
        ProcessBuilder builder = new ProcessBuilder(all).directory(directory.toFile());
        builder.environment().putAll(environment);
        process = builder.start();
        Thread.ofPlatform().daemon().name("pty").start(this::listen);
    }

    private static MethodHandle call(String name, ValueLayout result) {
        return Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().findOrThrow(name),
                        FunctionDescriptor.of(
                                result, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
    }

    private static MethodHandle handle(String name, ValueLayout result, ValueLayout argument) {
        return Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().findOrThrow(name),
                        FunctionDescriptor.of(result, argument));
    }

    private void listen() {
        MemorySegment piece = arena.allocate(PIECE);
        try {
            while (true) {
                long length = (long) read.invokeExact(master, piece, (long) PIECE);
                if (length <= 0) {
                    return; // The last program on the terminal has gone.
                }
                String got =
                        new String(piece.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1);
                if (got.contains(KIND_QUESTION)) {
                    type(KIND); // as every terminal does; the program waits for it
                }
                synchronized (screen) {
                    bytes += length;
                    screen.take(got);
                    screen.notifyAll();
                }
            }
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    void type(String keys) throws Throwable {
        MemorySegment text = arena.allocateFrom(keys);
        long _ = (long) write.invokeExact(master, text, (long) keys.length());
    }

    /// Waits until a row has the text, or none has it any more.
    ///
    /// @return how long that took, in nanoseconds
    long await(String text, boolean present, long limitMillis) throws InterruptedException {
        long start = System.nanoTime();
        synchronized (screen) {
            while (screen.has(text) != present) {
                long left = limitMillis - (System.nanoTime() - start) / 1_000_000;
                if (left <= 0) {
                    throw new IllegalStateException(
                            "after %d ms the screen %s '%s':%n%s".formatted(limitMillis, present ? "lacks" : "has", text, screen));
                }
                screen.wait(left);
            }
        }
        return System.nanoTime() - start;
    }

    boolean has(String text) {
        synchronized (screen) {
            return screen.has(text);
        }
    }

    long bytes() {
        synchronized (screen) {
            return bytes;
        }
    }

    Process process() {
        return process;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /// Understands what the screen of Fuel writes: cursor positions and text. Bytes count as cells, but for those that
    /// continue a sign of UTF-8.
    private static final class Screen {
        private final char[][] rows;
        private int row;
        private int column;
        private String rest = "";

        private Screen(int columns, int height) {
            rows = new char[height][columns];
            for (char[] each : rows) {
                Arrays.fill(each, ' ');
            }
        }

        private void take(String piece) {
            String text = rest + piece;
            int at = 0;
            while (at < text.length()) {
                int end = text.charAt(at) == 0x1b ? sequence(text, at) : at + 1;
                if (end < 0) {
                    break;
                }
                if (end == at + 1) {
                    sign(text.charAt(at));
                }
                at = end;
            }
            rest = text.substring(at);
        }

        private int sequence(String text, int from) {
            if (from + 1 >= text.length()) {
                return -1;
            }
            if (text.charAt(from + 1) == ']') {
                return stringEnd(text, from + 2);
            }
            if (text.charAt(from + 1) != '[') {
                return from + 2;
            }
            int end = from + 2;
            while (end < text.length() && text.charAt(end) < '@') {
                end++;
            }
            if (end == text.length()) {
                return -1;
            }
            if (text.charAt(end) == 'H') {
                String[] place = text.substring(from + 2, end).split(";");
                row = place[0].isEmpty() ? 0 : Integer.parseInt(place[0]) - 1;
                column = place.length < 2 ? 0 : Integer.parseInt(place[1]) - 1;
            }
            return end + 1;
        }

        private static int stringEnd(String text, int from) {
            for (int at = from; at < text.length(); at++) {
                if (text.charAt(at) == '\u0007' || text.charAt(at) == 0x1b) {
                    return text.charAt(at) == 0x1b ? at + 2 : at + 1;
                }
            }
            return -1;
        }

        private void sign(char sign) {
            boolean continues = (sign & 0xc0) == 0x80;
            if (sign >= ' ' && !continues && row < rows.length && column < rows[row].length) {
                rows[row][column] = sign;
                column++;
            }
        }

        private boolean has(String text) {
            return Arrays.stream(rows).anyMatch(each -> new String(each).contains(text));
        }

        @Override
        public String toString() {
            StringBuilder all = new StringBuilder();
            for (char[] each : rows) {
                all.append(each).append('\n');
            }
            return all.toString();
        }
    }
}
