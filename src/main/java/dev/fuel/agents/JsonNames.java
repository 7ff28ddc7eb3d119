package dev.fuel.agents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/// The same few names come again and again, so they are made once. Forgets by chance when there are too many.
final class JsonNames {
    private static final int SLOTS = 512;
    private static final int LONGEST = 64;

    private final byte[][] keys = new byte[SLOTS][];
    private final String[] values = new String[SLOTS];

    String of(byte[] bytes, int from, int to, boolean plain) {
        if (!plain || to - from > LONGEST) {
            return JsonEscapes.decode(bytes, from, to, Integer.MAX_VALUE);
        }
        int hash = 0;
        for (int at = from; at < to; at++) {
            hash = 31 * hash + bytes[at];
        }
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        byte[] key = keys[slot];
        if (key == null || !Arrays.equals(key, 0, key.length, bytes, from, to)) {
            keys[slot] = Arrays.copyOfRange(bytes, from, to);
            values[slot] = new String(bytes, from, to - from, ISO_8859_1);
        }
        return values[slot];
    }
}
