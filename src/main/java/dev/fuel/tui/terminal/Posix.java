package dev.fuel.tui.terminal;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The calls of the C library that Java lacks. Linux and macOS; their structures differ in size, but nothing here looks
/// into those that do (`cfmakeraw` fills `struct termios`, `winsize` and `pollfd` are the same on both).
///
/// All calls have one shape, three whole registers and one back: the first call of each shape is assembled from dozens
/// of small classes, and with a shape for each function that took a third of the time in which the screen opens. On the
/// systems that Fuel runs on (System V x86-64, AAPCS64) an argument of fewer bits is the lower part of its register,
/// arguments beyond those of a function are not looked at, and a result of fewer bits has to be cut by the caller.
final class Posix {
    private static final short POLL_IN = 1;
    private static final int INTERRUPTED = 4;

    private static final boolean MAC = System.getProperty("os.name", "").startsWith("Mac");
    private static final long GET_WINDOW_SIZE = MAC ? 0x40087468L : 0x5413L;
    private static final int STOP_SIGNAL = MAC ? 17 : 19;
    private static final int TERMIOS_BYTES = 256;
    private static final int ERROR_BYTES = Integer.BYTES;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final FunctionDescriptor SHAPE = FunctionDescriptor.of(
            ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG);
    private static final MethodHandle CALL = LINKER.downcallHandle(SHAPE, Linker.Option.captureCallState("errno"));

    /// On Apple's processors further arguments of a function that takes any number stand on the stack.
    private static final MethodHandle CALL_OF_ANY_NUMBER = MAC
            ? LINKER.downcallHandle(SHAPE, Linker.Option.captureCallState("errno"), Linker.Option.firstVariadicArg(2))
            : CALL;

    private final MemorySegment isTerminal = function("isatty");
    private final MemorySegment getAttributes = function("tcgetattr");
    private final MemorySegment setAttributes = function("tcsetattr");
    private final MemorySegment makeRaw = function("cfmakeraw");
    private final MemorySegment control = function("ioctl");
    private final MemorySegment poll = function("poll");
    private final MemorySegment read = function("read");
    private final MemorySegment write = function("write");
    private final MemorySegment pipe = function("pipe");
    private final MemorySegment raise = function("raise");

    private static MemorySegment function(String name) {
        return LINKER.defaultLookup().findOrThrow(name);
    }

    boolean isTerminal(int descriptor) {
        return (int) call(isTerminal, descriptor, 0, 0) == 1;
    }

    /// The terminal's modes, in a form that only {@link #setModes} understands.
    MemorySegment modes(int descriptor, Arena arena) {
        MemorySegment modes = arena.allocate(TERMIOS_BYTES, Long.BYTES);
        require("tcgetattr", call(getAttributes, descriptor, modes.address(), 0));
        return modes;
    }

    MemorySegment rawModes(MemorySegment modes, Arena arena) {
        MemorySegment raw = arena.allocate(TERMIOS_BYTES, Long.BYTES).copyFrom(modes);
        call(makeRaw, raw.address(), 0, 0);
        return raw;
    }

    boolean setModes(int descriptor, MemorySegment modes) {
        return (int) call(setAttributes, descriptor, 0, modes.address()) == 0;
    }

    /// Columns in the upper, rows in the lower half; 0 if unknown.
    int windowSize(int descriptor) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(4 * Short.BYTES, Short.BYTES);
            MemorySegment error = arena.allocate(ERROR_BYTES, ERROR_BYTES);
            if ((int) call(CALL_OF_ANY_NUMBER, control, error, descriptor, GET_WINDOW_SIZE, size.address()) != 0) {
                return 0;
            }
            ByteBuffer read = view(size);
            return Short.toUnsignedInt(read.getShort(Short.BYTES)) << 16 | Short.toUnsignedInt(read.getShort(0));
        }
    }

    /// Waits until one of two descriptors can be read.
    ///
    /// @param millis the limit, -1 for none
    /// @return bit 0 and bit 1 for the first and second; 0 after the limit or an interruption by a signal
    int awaitReadable(int first, int second, int millis) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment entries = arena.allocate(16, Integer.BYTES);
            ByteBuffer view = view(entries);
            view.putInt(0, first).putShort(4, POLL_IN).putInt(8, second).putShort(12, POLL_IN);
            MemorySegment error = arena.allocate(ERROR_BYTES, ERROR_BYTES);
            if ((int) call(CALL, poll, error, entries.address(), 2, millis) < 0) {
                int number = view(error).getInt(0);
                if (number != INTERRUPTED) {
                    throw new IllegalStateException("cannot wait for the terminal: poll failed with errno " + number);
                }
                return 0;
            }
            return (view.getShort(6) != 0 ? 1 : 0) | (view.getShort(14) != 0 ? 2 : 0);
        }
    }

    /// @return how many bytes came; 0 or less at the end of the input
    int read(int descriptor, byte[] buffer) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(buffer.length);
            int count = Math.toIntExact(call(read, descriptor, bytes.address(), buffer.length));
            if (count > 0) {
                view(bytes).get(buffer, 0, count);
            }
            return count;
        }
    }

    void writeByte(int descriptor) {
        try (Arena arena = Arena.ofConfined()) {
            call(write, descriptor, arena.allocate(1).address(), 1);
        }
    }

    /// @return the end to read from and the end to write to
    int[] pipe() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment ends = arena.allocate(2 * Integer.BYTES, Integer.BYTES);
            require("pipe", call(pipe, ends.address(), 0, 0));
            ByteBuffer view = view(ends);
            return new int[] {view.getInt(0), view.getInt(Integer.BYTES)};
        }
    }

    /// Stops this process and no other; returns when somebody continues it. SIGSTOP, since SIGTSTP would be ours to
    /// catch again; and raised, not sent by `kill`: a signal to the process may be taken by another thread, while
    /// the caller goes on for a moment and takes the terminal back.
    void stopThisProcess() {
        call(raise, STOP_SIGNAL, 0, 0);
    }

    /// The fields of a structure. A buffer reads them without what a segment assembles for each kind of field.
    private static ByteBuffer view(MemorySegment structure) {
        return structure.asByteBuffer().order(ByteOrder.nativeOrder());
    }

    private static void require(String call, long result) {
        if ((int) result != 0) {
            throw new IllegalStateException(call + " failed on the terminal");
        }
    }

    private static long call(MemorySegment function, long first, long second, long third) {
        try (Arena arena = Arena.ofConfined()) {
            return call(CALL, function, arena.allocate(ERROR_BYTES, ERROR_BYTES), first, second, third);
        }
    }

    /// @param error takes the number of the error
    private static long call(
            MethodHandle shape, MemorySegment function, MemorySegment error, long first, long second, long third) {
        try {
            return (long) shape.invokeExact(function, error, first, second, third);
        } catch (Throwable failure) {
            throw new IllegalStateException("a call into the C library failed", failure);
        }
    }
}
