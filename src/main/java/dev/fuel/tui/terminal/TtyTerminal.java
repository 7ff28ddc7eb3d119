package dev.fuel.tui.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.terminal.ansi.UnixLikeTerminal;
import dev.fuel.tui.canvas.Size;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// Lanterna's view of our terminal: output only. Modes, size and input belong to {@link Tty}, entering and leaving to
/// {@link TerminalDisplay}.
final class TtyTerminal extends UnixLikeTerminal {
    private final Supplier<Size> size;

    TtyTerminal(Supplier<Size> size, OutputStream out) throws IOException {
        this.size = size; // before super(), whose constructor calls methods overridden here
        super(InputStream.nullInputStream(), out, StandardCharsets.UTF_8, CtrlCBehaviour.TRAP);
    }

    /// As one piece: Lanterna would send a character outside the basic plane as two question marks.
    @Override
    public void putString(String text) throws IOException {
        writeToTerminal(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected TerminalSize findTerminalSize() {
        Size now = size.get();
        return new TerminalSize(now.columns(), now.rows());
    }

    @Override
    public void enterPrivateMode() {}

    @Override
    public void exitPrivateMode() {}

    @Override
    protected void registerTerminalResizeListener(Runnable onResize) {}

    @Override
    protected void saveTerminalSettings() {}

    @Override
    protected void restoreTerminalSettings() {}

    @Override
    protected void keyEchoEnabled(boolean enabled) {}

    @Override
    protected void canonicalMode(boolean enabled) {}

    @Override
    protected void keyStrokeSignalsEnabled(boolean enabled) {}
}
