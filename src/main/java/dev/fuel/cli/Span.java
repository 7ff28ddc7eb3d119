package dev.fuel.cli;

/// A piece of text with one meaning. Whatever it holds, the terminal sees no control character of it.
public record Span(Role role, String text) {
    public Span {
        text = Printable.line(text);
    }

    public static Span of(String text) {
        return new Span(Role.PLAIN, text);
    }

    int width() {
        return Printable.width(text);
    }

    String render(boolean color) {
        return color ? role.paint(text) : text;
    }
}
