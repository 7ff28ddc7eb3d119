package dev.fuel.agents;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Looks at bytes eight at a time. Most of the time that reading an agent's output takes is spent here.
///
/// The bit tricks are those of "Bit Twiddling Hacks" (S. E. Anderson), "determine if a word has a zero byte" and "has
/// a byte less than n". They may also mark the bytes above a true hit, never one below it.
final class ByteScan {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private ByteScan() {}

    /// Where the first line feed is.
    ///
    /// @return `to` if there is none
    static int lineEnd(byte[] bytes, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long hits = zeroes((long) LONGS.get(bytes, at) ^ ONES * '\n');
            if (hits != 0) {
                return at + Long.numberOfTrailingZeros(hits) / Byte.SIZE;
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
            long controls = (word - ONES * ' ') & ~word & HIGHS;
            // One more makes DEL a byte with its highest bit set, as all beyond ASCII have it.
            long foreign = (word | (word & ~HIGHS) + ONES) & HIGHS;
            if ((controls | foreign | zeroes(word ^ ONES * '"') | zeroes(word ^ ONES * '\\')) != 0) {
                break;
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

    private static long zeroes(long word) {
        return (word - ONES) & ~word & HIGHS;
    }
}
