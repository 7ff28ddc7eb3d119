package dev.fuel.tui.terminal;

import dev.fuel.tui.theme.Theme;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The terminal with all that has to be known of it, still as it was found. To learn that takes as long as to open a
/// project, so both can be done at the same time.
public final class PreparedTerminal {
    private final Tty tty;
    private final FrameWriter frames;
    private final byte[] typed;

    private PreparedTerminal(Tty tty, FrameWriter frames, byte[] typed) {
        this.tty = tty;
        this.frames = frames;
        this.typed = typed;
    }

    /// @throws IllegalStateException if standard input or output is not a terminal
    public static PreparedTerminal of(Theme.Choice theme) {
        try {
            Tty tty = new Tty();
            OutputStream out = new FileOutputStream(FileDescriptor.out);
            BackgroundQuestion.Answer answer = theme.asks() ? ask(tty, out) : BackgroundQuestion.Answer.NONE;
            return new PreparedTerminal(
                    tty,
                    new FrameWriter(out, tty.size(), theme.on(answer.background())),
                    answer.rest().getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write to the terminal", failure);
        }
    }

    private static BackgroundQuestion.Answer ask(Tty tty, OutputStream out) throws IOException {
        tty.enterRaw();
        try {
            return BackgroundQuestion.ask(tty, out);
        } finally {
            tty.restore();
        }
    }

    Tty tty() {
        return tty;
    }

    FrameWriter frames() {
        return frames;
    }

    /// What a person typed meanwhile.
    byte[] typed() {
        return typed;
    }
}
