package dev.fuel.tui.terminal;

import dev.fuel.process.Signals;
import dev.fuel.tui.canvas.Canvas;
import dev.fuel.tui.canvas.Display;
import dev.fuel.tui.canvas.Look;
import dev.fuel.tui.canvas.Size;
import dev.fuel.tui.input.InputEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The real terminal: taken on opening, given back by {@link #close()}, which the wiring calls at the normal end, and
/// the shutdown hook made here at every other (TERM, HUP, an uncaught failure).
public final class TerminalDisplay implements Display {
    private static final String MOUSE_ON = "\u001b[?1002h\u001b[?1006h";
    private static final String MOUSE_OFF = "\u001b[?1006l\u001b[?1002l";
    private static final String ENTER = "\u001b[22;2t\u001b[?1049h\u001b[2J\u001b[?25l\u001b[?2004h\u001b[?1004h";
    private static final String LEAVE =
            "\u001b[?2026l\u001b[0m" + MOUSE_OFF + "\u001b[?1004l\u001b[?2004l\u001b[?25h\u001b[?1049l\u001b[23;2t";

    /// What the terminal tells, on threads of its own.
    public interface Listener {
        void input(List<InputEvent> events);

        void resized();

        /// Another program asks this process to stop for a while.
        void stopAsked();

        /// The process goes on after it was stopped.
        void continued();

        /// The terminal went away: there is nobody to show anything to.
        void gone();
    }

    private final Tty tty;
    private final Look look;
    private final FrameWriter frames;
    private final Listener listener;
    private final Thread hook;
    private InputReader input;
    private volatile boolean mouse;
    private volatile boolean lent;

    private TerminalDisplay(PreparedTerminal prepared, Look look, boolean mouse, Listener listener) {
        this.look = look;
        this.mouse = mouse;
        this.listener = listener;
        tty = prepared.tty();
        frames = prepared.frames();
        hook = new Thread(this::restore, "fuel-terminal-restore");
        input = reader();
    }

    private InputReader reader() {
        return new InputReader(tty, listener::input, listener::gone);
    }

    /// Takes the terminal.
    public static TerminalDisplay open(PreparedTerminal prepared, Look look, boolean mouse, Listener listener) {
        TerminalDisplay display = new TerminalDisplay(prepared, look, mouse, listener);
        Runtime.getRuntime().addShutdownHook(display.hook);
        var _ = Signals.onSignal("WINCH", listener::resized);
        var _ = Signals.onSignal("CONT", display::continued);
        var _ = Signals.onSignal("TSTP", display::stopAsked);
        display.enter();
        display.input.start(prepared.typed());
        return display;
    }

    @Override
    public Size size() {
        return tty.size();
    }

    @Override
    public Look look() {
        return look;
    }

    @Override
    public void show(Canvas canvas, @Nullable Cursor cursor) {
        try {
            frames.show(canvas, cursor);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write to the terminal", failure);
        }
    }

    @Override
    public void forget() {
        frames.forget();
    }

    @Override
    public void setMouse(boolean on) {
        mouse = on;
        write(on ? MOUSE_ON : MOUSE_OFF);
    }

    /// OSC 2, as xterm defined it; entering has kept the title before, leaving brings it back.
    @Override
    public void setTitle(String title) {
        write("\u001b]2;" + printable(title) + "\u0007");
    }

    /// OSC 9, which iTerm2 began and many follow, and the bell.
    @Override
    public void ring(String words) {
        write("\u001b]9;" + printable(words) + "\u0007\u0007");
    }

    /// A control character would end the sequence, and what follows would be a command to the terminal.
    private static String printable(String text) {
        return text.codePoints()
                .filter(sign -> !Character.isISOControl(sign))
                .limit(200)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// OSC 52, as xterm defined it: `c` is the clipboard, the text stands in Base64.
    @Override
    public void copy(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write("\u001b]52;c;" + Base64.getEncoder().encodeToString(bytes) + "\u0007");
    }

    @Override
    public void suspend() {
        restore();
        tty.stopThisProcess();
        enter();
        frames.forget();
    }

    /// Reading ends first: a byte that a person types for the program must not be taken by anybody else.
    @Override
    public void lend(Runnable program) {
        input.stop();
        restore();
        lent = true;
        try {
            program.run();
        } finally {
            lent = false;
            enter();
            frames.forget();
            input = reader();
            input.start(new byte[0]);
        }
    }

    /// While the terminal is lent, Ctrl-Z stops the program and must stop us with it, as one job of the shell's.
    private void stopAsked() {
        if (lent) {
            tty.stopThisProcess();
        } else {
            listener.stopAsked();
        }
    }

    private void continued() {
        if (!lent) {
            listener.continued();
        }
    }

    @Override
    public void close() {
        input.close();
        restore();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            // The hook itself has run or will; both do the same.
            return;
        }
    }

    private void enter() {
        tty.enterRaw();
        frames.output().reopen();
        write(ENTER + (mouse ? MOUSE_ON : ""));
    }

    private void restore() {
        try {
            frames.output().finish(LEAVE.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            // A terminal that went away cannot be written to; its modes may still be restored.
            tty.restore();
            return;
        }
        tty.restore();
    }

    private void write(String sequence) {
        try {
            frames.output().write(sequence.getBytes(StandardCharsets.US_ASCII));
            frames.output().send();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write to the terminal", failure);
        }
    }
}
