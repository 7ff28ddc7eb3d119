package dev.fuel.domain;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// An identity: a prefix that names the kind and six lower-case hex digits. Always a text, never a number
/// (`1e3` is hex).
public interface Identifier {
    int DIGITS = 6;

    String value();

    /// A fresh value for the prefix; whether it is taken is for the store to say.
    static String random(String prefix, RandomGenerator random) {
        return prefix + HexFormat.of().toHexDigits(random.nextInt(1 << (4 * DIGITS)), DIGITS);
    }

    static void require(String prefix, String value) {
        if (!isValid(prefix, value)) {
            throw new IllegalArgumentException("not an id of the form %sxxxxxx: %s".formatted(prefix, value));
        }
    }

    static boolean isValid(String prefix, String value) {
        if (value.length() != prefix.length() + DIGITS || !value.startsWith(prefix)) {
            return false;
        }
        for (int index = prefix.length(); index < value.length(); index++) {
            if (!isHexDigit(value.charAt(index))) {
                return false;
            }
        }
        return true;
    }

    static boolean isHexDigit(int character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    }
}
