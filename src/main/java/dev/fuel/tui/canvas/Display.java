package dev.fuel.tui.canvas;

import org.jspecify.annotations.Nullable;

/// Where frames go. Used by the thread that draws; {@link #close()} by any.
public interface Display extends AutoCloseable {
    /// Where the terminal's cursor stands, for instance in a text field.
    record Cursor(int column, int row) {}

    /// The terminal's size as it is now.
    Size size();

    Look look();

    /// Brings the canvas onto the screen with as few bytes as that takes; none if it is there already.
    ///
    /// @param cursor hidden if there is none
    void show(Canvas canvas, @Nullable Cursor cursor);

    /// Forgets what is on the screen, so that the next frame is drawn completely.
    void forget();

    /// Gives the terminal back, stops this process until somebody continues it, and takes the terminal again.
    void suspend();

    /// Gives the terminal to a program that reads and writes it itself, until it returns, and takes it again.
    void lend(Runnable program);

    void setMouse(boolean on);

    /// Puts the text on the clipboard of the person's computer, where the terminal allows it.
    void copy(String text);

    /// Gives the terminal back as it was; more than once does no harm.
    @Override
    void close();
}
