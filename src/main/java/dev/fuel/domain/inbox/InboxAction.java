package dev.fuel.domain.inbox;

import dev.fuel.domain.Refusal;
import dev.fuel.domain.Word;
import org.jspecify.annotations.Nullable;

/// What a person can do about an inbox item.
public enum InboxAction implements Word {
    /// The work is good as it is.
    APPROVE(Text.NONE, "accept the work as it is"),
    /// What the primary proposes is to be done.
    ACCEPT(Text.NONE, "do what is proposed"),
    /// The work is not good enough yet; the text says what is missing.
    REQUEST_CHANGES(Text.NEEDED, "send it back, saying what is missing"),
    /// The text goes into the agent's next prompt.
    ANSWER(Text.NEEDED, "answer; the text goes into the next prompt"),
    /// Whatever stopped may try again, with a fresh budget; the text may name another agent.
    RETRY(Text.AGENT, "try again, with another agent if one is named"),
    /// A person does it themselves.
    TAKE_OVER(Text.NONE, "do it yourself"),
    /// A person has done it.
    DONE(Text.NONE, "close the task: you have done it"),
    /// Agents may have it after all.
    RELEASE(Text.NONE, "let agents do it"),
    /// The agent may work again.
    RESET(Text.NONE, "let the agent work again"),
    /// More may be spent; the text is the new limit.
    RAISE(Text.AMOUNT, "raise the budget (by as much again, or to USD) and go on in the same session"),
    CANCEL(Text.ALLOWED, "give the task up"),
    /// There is nothing to do but to know.
    DISMISS(Text.NONE, "put it away");

    private enum Text {
        NONE,
        ALLOWED,
        AGENT,
        AMOUNT,
        NEEDED
    }

    private final Text text;
    private final String sentence;

    InboxAction(Text text, String sentence) {
        this.text = text;
        this.sentence = sentence;
    }

    /// What it does, in words.
    public String sentence() {
        return sentence;
    }

    /// Whether it makes no sense without a text.
    public boolean needsText() {
        return text == Text.NEEDED;
    }

    /// How it is used, as `answer TEXT`.
    public String usage() {
        return switch (text) {
            case NONE -> word();
            case ALLOWED -> word() + " [REASON]";
            case AGENT -> word() + " [AGENT]";
            case AMOUNT -> word() + " [USD]";
            case NEEDED -> word() + " TEXT";
        };
    }

    /// The text, checked against what the action takes.
    ///
    /// @throws Refusal if it is missing, or there is one and the action takes none
    public @Nullable String require(@Nullable String given) {
        boolean blank = given == null || given.isBlank();
        if (blank && text == Text.NEEDED) {
            throw new Refusal("text_needed", "%s needs a text: %s".formatted(word(), sentence));
        }
        if (!blank && text == Text.NONE) {
            throw new Refusal("no_text", "%s takes no text".formatted(word()));
        }
        return blank || given == null ? null : given.strip();
    }
}
