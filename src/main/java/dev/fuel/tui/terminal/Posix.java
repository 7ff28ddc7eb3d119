package dev.fuel.tui.terminal;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// The calls of the C library that Java lacks. Linux and macOS; their structures differ in size, but nothing here looks
/// into those that do (`cfmakeraw` fills `struct termios`, `winsize` and `pollfd` are the same on both).
final class Posix {
    static final short POLL_IN = 1;
    static final int INTERRUPTED = 4;

    private static final boolean MAC = System.getProperty("os.name", "").startsWith("Mac");
    private static final long GET_WINDOW_SIZE = MAC ? 0x40087468L : 0x5413L;
    private static final int STOP_SIGNAL = MAC ? 17 : 19;
    private static final int TERMIOS_BYTES = 256;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT;
    private static final MemoryLayout POINTER = ValueLayout.ADDRESS;

    private static final StructLayout CAPTURE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = CAPTURE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private final MethodHandle isTerminal = call("isatty", FunctionDescriptor.of(INT, INT));
    private final MethodHandle getAttributes = call("tcgetattr", FunctionDescriptor.of(INT, INT, POINTER));
    private final MethodHandle setAttributes = call("tcsetattr", FunctionDescriptor.of(INT, INT, INT, POINTER));
    private final MethodHandle makeRaw = call("cfmakeraw", FunctionDescriptor.ofVoid(POINTER));
    private final MethodHandle control =
            call("ioctl", FunctionDescriptor.of(INT, INT, LONG, POINTER), Linker.Option.firstVariadicArg(2));
    private final MethodHandle poll =
            call("poll", FunctionDescriptor.of(INT, POINTER, LONG, INT), Linker.Option.captureCallState("errno"));
    private final MethodHandle read = call("read", FunctionDescriptor.of(LONG, INT, POINTER, LONG));
    private final MethodHandle write = call("write", FunctionDescriptor.of(LONG, INT, POINTER, LONG));
    private final MethodHandle pipe = call("pipe", FunctionDescriptor.of(INT, POINTER));
    private final MethodHandle raise = call("raise", FunctionDescriptor.of(INT, INT));

    private static MethodHandle call(String name, FunctionDescriptor descriptor, Linker.Option... options) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor, options);
    }

    boolean isTerminal(int descriptor) {
        return (int) invoke(isTerminal, descriptor) == 1;
    }

    /// The terminal's modes, in a form that only {@link #setModes} understands.
    MemorySegment modes(int descriptor, Arena arena) {
        MemorySegment modes = arena.allocate(TERMIOS_BYTES, 8);
        require("tcgetattr", (int) invoke(getAttributes, descriptor, modes));
        return modes;
    }

    MemorySegment rawModes(MemorySegment modes, Arena arena) {
        MemorySegment raw = arena.allocate(TERMIOS_BYTES, 8).copyFrom(modes);
        invoke(makeRaw, raw);
        return raw;
    }

    boolean setModes(int descriptor, MemorySegment modes) {
        return (int) invoke(setAttributes, descriptor, 0, modes) == 0;
    }

    /// Columns in the upper, rows in the lower half; 0 if unknown.
    int windowSize(int descriptor) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(SHORT, 4);
            if ((int) invoke(control, descriptor, GET_WINDOW_SIZE, size) != 0) {
                return 0;
            }
            return Short.toUnsignedInt(size.getAtIndex(SHORT, 1)) << 16
                    | Short.toUnsignedInt(size.getAtIndex(SHORT, 0));
        }
    }

    /// Waits until one of two descriptors can be read.
    ///
    /// @param millis the limit, -1 for none
    /// @return bit 0 and bit 1 for the first and second; 0 after the limit or an interruption by a signal
    int awaitReadable(int first, int second, int millis) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment entries = arena.allocate(16, 4);
            entries.set(INT, 0, first);
            entries.set(SHORT, 4, POLL_IN);
            entries.set(INT, 8, second);
            entries.set(SHORT, 12, POLL_IN);
            MemorySegment state = arena.allocate(CAPTURE);
            int ready = (int) invoke(poll, state, entries, 2L, millis);
            if (ready < 0) {
                int error = (int) ERRNO.get(state, 0L);
                if (error != INTERRUPTED) {
                    throw new IllegalStateException("cannot wait for the terminal: poll failed with errno " + error);
                }
                return 0;
            }
            return (entries.get(SHORT, 6) != 0 ? 1 : 0) | (entries.get(SHORT, 14) != 0 ? 2 : 0);
        }
    }

    /// @return how many bytes came; 0 or less at the end of the input
    int read(int descriptor, byte[] buffer) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(buffer.length);
            int count = Math.toIntExact((long) invoke(read, descriptor, bytes, (long) buffer.length));
            if (count > 0) {
                MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, 0, buffer, 0, count);
            }
            return count;
        }
    }

    void writeByte(int descriptor) {
        try (Arena arena = Arena.ofConfined()) {
            invoke(write, descriptor, arena.allocate(1), 1L);
        }
    }

    /// @return the end to read from and the end to write to
    int[] pipe() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment ends = arena.allocate(INT, 2);
            require("pipe", (int) invoke(pipe, ends));
            return ends.toArray(INT);
        }
    }

    /// Stops this process and no other; returns when somebody continues it. SIGSTOP, since SIGTSTP would be ours to
    /// catch again; and raised, not sent by `kill`: a signal to the process may be taken by another thread, while
    /// the caller goes on for a moment and takes the terminal back.
    void stopThisProcess() {
        invoke(raise, STOP_SIGNAL);
    }

    private static void require(String call, int result) {
        if (result != 0) {
            throw new IllegalStateException(call + " failed on the terminal");
        }
    }

    private static Object invoke(MethodHandle handle, Object... arguments) {
        try {
            Object result = handle.invokeWithArguments(arguments);
            return result == null ? 0 : result;
        } catch (Throwable failure) {
            throw new IllegalStateException("a call into the C library failed", failure);
        }
    }
}
