package dev.fuel.agents;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Looks at bytes eight at a time. Most of the time that reading an agent's output takes is spent here.
///
/// A byte of seven bits to which 128 - n is added has its highest bit set if it was n at least, and there is no carry
/// into the next one: so each of the eight is judged for itself.
final class ByteScan {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long SEVEN_BITS = 0x7f7f7f7f7f7f7f7fL;

    private ByteScan() {}

    /// Where the first line feed is.
    ///
    /// @return `to` if there is none
    static int lineEnd(byte[] bytes, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long word = (long) LONGS.get(bytes, at);
            long others = word | unlike(word & SEVEN_BITS, '\n');
            if ((others | SEVEN_BITS) != -1) {
                return at + first(others);
            }
        }
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /// Where a run of printable ASCII without quotes and backslashes ends.
    static int plainEnd(byte[] bytes, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long word = (long) LONGS.get(bytes, at);
            long low = word & SEVEN_BITS;
            long printable = low + ONES * (128 - ' ') & ~(low + ONES * (128 - 0x7f)) & ~word;
            long plain = printable & unlike(low, '"') & unlike(low, '\\');
            if ((plain | SEVEN_BITS) != -1) {
                return at + first(plain);
            }
        }
        while (at < to && isPlain(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isPlain(byte letter) {
        return letter >= ' ' && letter != '"' && letter != '\\' && letter != 0x7f;
    }

    /// The highest bit of each byte tells whether it is another one.
    private static long unlike(long sevenBits, int letter) {
        return (sevenBits ^ ONES * letter) + ONES * (128 - 1);
    }

    /// The first byte whose highest bit is not set.
    private static int first(long highestBits) {
        return Long.numberOfTrailingZeros(~(highestBits | SEVEN_BITS)) / Byte.SIZE;
    }
}
