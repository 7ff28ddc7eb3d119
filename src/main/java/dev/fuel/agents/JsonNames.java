package dev.fuel.agents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/// The same few names come again and again, so they are made once. Forgets by chance when there are too many.
final class JsonNames {
    /// In bytes.
    static final int LONGEST = 64;

    private static final int SLOTS = 512;

    /// How many slots there are for names that look alike.
    private static final int TRIES = 4;

    private final byte[][] keys = new byte[SLOTS][];
    private final String[] values = new String[SLOTS];

    /// @param bytes printable ASCII from and to there, without escapes, not longer than {@link #LONGEST}
    String of(byte[] bytes, int from, int to) {
        int length = to - from;
        // Length and both ends tell most names apart, and cost less than looking at all of it.
        int first = bytes[from] * 31 + bytes[to - 1] * 7 + length * TRIES;
        for (int i = 0; i < TRIES; i++) {
            int slot = first + i & SLOTS - 1;
            byte[] key = keys[slot];
            if (key == null) {
                return remember(slot, bytes, from, to);
            }
            if (key.length == length && begins(bytes, from, key)) {
                return values[slot];
            }
        }
        return remember(first & SLOTS - 1, bytes, from, to);
    }

    /// An interned name is found equal to a literal at the first glance.
    private String remember(int slot, byte[] bytes, int from, int to) {
        String name = new String(bytes, from, to - from, ISO_8859_1).intern();
        keys[slot] = Arrays.copyOfRange(bytes, from, to);
        values[slot] = name;
        return name;
    }

    private static boolean begins(byte[] bytes, int from, byte[] with) {
        for (int i = 0; i < with.length; i++) {
            if (bytes[from + i] != with[i]) {
                return false;
            }
        }
        return true;
    }
}
