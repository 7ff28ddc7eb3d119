package dev.fuel.cli;

/// What a piece of text means; each has one of the terminal's own 16 colours, which every theme has tuned for itself.
public enum Role {
    PLAIN(""),
    BOLD("1"),
    DIM("2"),
    LINK("36"),
    RUNNING("94"),
    REVIEW("35"),
    NEEDS("1;33"),
    OK("32"),
    WARN("33"),
    BAD("1;31");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    public Span of(String text) {
        return new Span(this, text);
    }

    String paint(String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
