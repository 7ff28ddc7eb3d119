package dev.fuel.app;

import dev.fuel.domain.Word;
import org.jspecify.annotations.Nullable;

/// One thing that doctor has looked at.
///
/// @param name   what, in a word or two
/// @param remedy what to do about it; null if nothing is to be done
public record Finding(
        String name, State state, String detail, @Nullable String remedy) {
    public enum State implements Word {
        OK,
        /// Works, but not as well as it could.
        WARNING,
        /// Something will not work.
        WRONG
    }

    static Finding ok(String name, String detail) {
        return new Finding(name, State.OK, detail, null);
    }

    static Finding warning(String name, String detail, String remedy) {
        return new Finding(name, State.WARNING, detail, remedy);
    }

    static Finding wrong(String name, String detail, String remedy) {
        return new Finding(name, State.WRONG, detail, remedy);
    }
}
