package dev.fuel.cli;

import org.jspecify.annotations.Nullable;

/// What the pages of `fuel show` are made of: a heading, labelled lines, indented texts and sections.
final class Page {
    private static final int LABEL = 12;
    private static final String INDENT = "  ";

    private final Output output;

    Page(Output output) {
        this.output = output;
    }

    void heading(String id, String title) {
        output.line(Role.LINK.of(id), Span.of(INDENT), Role.BOLD.of(title));
    }

    /// Nothing at all if there is nothing to say.
    void field(String label, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            spans(label, Span.of(value.toString()));
        }
    }

    void spans(String label, Span... value) {
        Span[] line = new Span[value.length + 1];
        line[0] = Role.DIM.of(label + " ".repeat(Math.max(1, LABEL - label.length())));
        System.arraycopy(value, 0, line, 1, value.length);
        output.line(line);
    }

    void warning(String label, String text) {
        spans(label, Role.WARN.of(output.warning() + text));
    }

    void section(String title) {
        output.line("");
        output.line(Role.BOLD.of(title));
    }

    void item(Span... spans) {
        Span[] line = new Span[spans.length + 1];
        line[0] = Span.of(INDENT);
        System.arraycopy(spans, 0, line, 1, spans.length);
        output.line(line);
    }

    /// A text of several lines, indented.
    void text(String text) {
        output.block(text.strip().indent(INDENT.length()));
    }
}
