package dev.fuel.tui;

import dev.fuel.tui.action.KeyMap;
import dev.fuel.tui.canvas.Look;
import dev.fuel.tui.input.InputEvent;
import dev.fuel.tui.state.AppState;
import dev.fuel.tui.state.Manner;
import dev.fuel.tui.state.Message;
import dev.fuel.tui.terminal.PreparedTerminal;
import dev.fuel.tui.terminal.TerminalDisplay;
import dev.fuel.tui.theme.Theme;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Opens the full screen on a project and stays until a person leaves.
public final class Tui {
    /// How the screen looks and where it writes what must not be on it.
    ///
    /// @param project     its name in the header
    /// @param bell        whether a new item of the inbox is told while nobody looks
    /// @param log         takes standard output and error while the screen is up
    /// @param keyMap      the keys that it obeys
    /// @param keyProblems what is wrong with the wishes for keys, shown once at the start
    public record Setup(
            String project,
            Look look,
            Theme.Choice theme,
            boolean mouse,
            Manner manner,
            boolean bell,
            Path log,
            InstantSource clock,
            KeyMap keyMap,
            List<String> keyProblems) {
        public Setup {
            keyProblems = List.copyOf(keyProblems);
        }
    }

    private Tui() {}

    /// Opens the backend, which it closes in the end, while the terminal is prepared. Returns when the screen is closed
    /// and the terminal restored.
    ///
    /// @throws IllegalStateException if there is no terminal
    public static void run(Supplier<? extends TuiBackend> opening, Setup setup) {
        var preparation = CompletableFuture.supplyAsync(
                () -> PreparedTerminal.of(setup.theme()),
                task -> Thread.ofPlatform().name("fuel-terminal").daemon().start(task));
        try (TuiBackend backend = opening.get()) {
            show(backend, prepared(preparation), setup);
        } finally {
            // A question to the terminal is not left open: its answer would be the next program's input.
            boolean _ = preparation.handle((_, failure) -> failure == null).join();
        }
    }

    private static PreparedTerminal prepared(CompletableFuture<PreparedTerminal> preparation) {
        try {
            return preparation.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    private static void show(TuiBackend backend, PreparedTerminal terminal, Setup setup) {
        AtomicReference<@Nullable Loop> loop = new AtomicReference<>();
        PrintStream out = System.out;
        PrintStream err = System.err;
        try (PrintStream log = new PrintStream(
                        new FileOutputStream(setup.log().toFile(), true), true, StandardCharsets.UTF_8);
                TerminalDisplay display =
                        TerminalDisplay.open(terminal, setup.look(), setup.mouse(), new Forwarder(loop))) {
            System.setOut(log);
            System.setErr(log);
            AppState opening = AppState.opening(display.size(), setup.clock().instant(), setup.project(), setup.mouse())
                    .behaving(setup.manner())
                    .tellingOf(setup.keyProblems());
            Loop opened = new Loop(backend, display, setup.clock(), setup.keyMap(), opening, setup.bell());
            loop.set(opened);
            opened.run();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the log " + setup.log(), failure);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /// Hands what the terminal tells to the loop, once there is one.
    private record Forwarder(AtomicReference<@Nullable Loop> loop) implements TerminalDisplay.Listener {
        @Override
        public void input(List<InputEvent> events) {
            events.forEach(event -> post(new Message.Input(event)));
        }

        @Override
        public void resized() {
            Loop opened = loop.get();
            if (opened != null) {
                opened.resized();
            }
        }

        @Override
        public void stopAsked() {
            post(new Message.StopAsked());
        }

        @Override
        public void continued() {
            post(new Message.Continued());
        }

        @Override
        public void gone() {
            Loop opened = loop.get();
            if (opened != null) {
                opened.leave();
            }
        }

        private void post(Message message) {
            Loop opened = loop.get();
            if (opened != null) {
                opened.post(message);
            }
        }
    }
}
