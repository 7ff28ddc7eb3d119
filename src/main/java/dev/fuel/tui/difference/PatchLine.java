package dev.fuel.tui.difference;

/// One line of a hunk.
///
/// @param before  its number in the old file; 0 if it is not in it
/// @param after   its number in the new file; 0 if it is not in it
/// @param text    clean, without the sign in front
/// @param unended the file ends with it and there is no line end
public record PatchLine(Kind kind, int before, int after, String text, boolean unended) {
    /// Which of the two files it is in.
    public enum Kind {
        CONTEXT(' '),
        ADDED('+'),
        REMOVED('-');

        private final char sign;

        Kind(char sign) {
            this.sign = sign;
        }

        public char sign() {
            return sign;
        }
    }

    PatchLine withoutEnd() {
        return new PatchLine(kind, before, after, text, true);
    }
}
