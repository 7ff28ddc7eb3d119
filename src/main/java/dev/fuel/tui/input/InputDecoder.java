package dev.fuel.tui.input;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A state machine from bytes to events. It can be fed in pieces of any size, since networks split sequences anywhere.
///
/// One thing only needs time: a lone Escape byte is the Escape key if nothing follows within {@link
/// #ESCAPE_WAIT_MILLIS}; the reader then calls {@link #flush()}. Sequences are read by their ECMA-48 form, so that
/// unknown ones are swallowed whole. Confined to the thread that reads.
public final class InputDecoder {
    /// How long to wait after a lone Escape.
    public static final int ESCAPE_WAIT_MILLIS = 40;

    private static final int ESCAPE = 0x1b;
    private static final int BELL = 0x07;
    private static final int LONGEST_SEQUENCE = 4096;
    private static final int LONGEST_PASTE = 4 << 20;
    private static final byte[] PASTE_END = "\u001b[201~".getBytes(StandardCharsets.US_ASCII);

    private enum State {
        GROUND,
        ESCAPE,
        CONTROL_SEQUENCE,
        SINGLE_SHIFT,
        STRING,
        STRING_ESCAPE,
        UTF8,
        PASTE
    }

    private State state = State.GROUND;
    private boolean alt;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private int utf8Missing;
    private int pasteEndMatched;
    private List<InputEvent> events = new ArrayList<>();

    /// Decodes the bytes that came next.
    ///
    /// @return the events that they completed
    public List<InputEvent> feed(byte[] bytes, int length) {
        for (int index = 0; index < length; index++) {
            take(bytes[index] & 0xff);
        }
        return takeEvents();
    }

    /// Whether an Escape waits to become a key or the start of a sequence.
    public boolean isWaiting() {
        return state == State.ESCAPE || state == State.CONTROL_SEQUENCE || state == State.SINGLE_SHIFT;
    }

    /// Ends the wait: nothing followed.
    public List<InputEvent> flush() {
        switch (state) {
            case ESCAPE -> emit(withAlt(Key.of(KeyCode.ESCAPE)));
            case CONTROL_SEQUENCE -> {
                if (pending.size() > 0) {
                    emit(new InputEvent.Unknown("[" + pendingText()));
                } else {
                    emit(Key.typed("[").withAlt());
                }
            }
            case SINGLE_SHIFT -> emit(Key.typed("O").withAlt());
            case GROUND, STRING, STRING_ESCAPE, UTF8, PASTE -> {
                return takeEvents();
            }
        }
        toGround();
        return takeEvents();
    }

    private void take(int value) {
        switch (state) {
            case GROUND -> takeGround(value);
            case ESCAPE -> takeAfterEscape(value);
            case CONTROL_SEQUENCE -> takeControlSequence(value);
            case SINGLE_SHIFT -> {
                emit(Sequences.singleShift((char) value));
                toGround();
            }
            case STRING -> takeString(value);
            case STRING_ESCAPE -> {
                // Escape and backslash end a string; any other follower starts anew.
                toGround();
                if (value != '\\') {
                    state = State.ESCAPE;
                    take(value);
                }
            }
            case UTF8 -> takeUtf8(value);
            case PASTE -> takePaste(value);
        }
    }

    private void takeGround(int value) {
        if (value == ESCAPE) {
            state = State.ESCAPE;
        } else if (value >= 0xC2 && value <= 0xF4) {
            pending.write(value);
            utf8Missing = value >= 0xF0 ? 3 : value >= 0xE0 ? 2 : 1;
            state = State.UTF8;
        } else {
            emit(withAlt(Sequences.single(value)));
            toGround();
        }
    }

    private void takeAfterEscape(int value) {
        switch (value) {
            case '[' -> state = State.CONTROL_SEQUENCE;
            case 'O' -> state = State.SINGLE_SHIFT;
            case ']', 'P', 'X', '^', '_' -> state = State.STRING;
            case ESCAPE -> {
                emit(Key.of(KeyCode.ESCAPE));
                state = State.ESCAPE;
            }
            default -> {
                alt = true;
                state = State.GROUND;
                takeGround(value);
            }
        }
    }

    private void takeControlSequence(int value) {
        if (value == ESCAPE) {
            emit(new InputEvent.Unknown("[" + pendingText()));
            toGround();
            state = State.ESCAPE;
        } else if (value >= 0x40 && value <= 0x7e) {
            String parameters = pendingText();
            toGround();
            if (value == '~' && parameters.equals("200")) {
                state = State.PASTE;
                pasteEndMatched = 0;
            } else {
                emit(Sequences.control(parameters, (char) value));
            }
        } else if (value >= 0x20 && value < 0x40 && pending.size() < LONGEST_SEQUENCE) {
            pending.write(value);
        } else {
            emit(new InputEvent.Unknown("[" + pendingText()));
            toGround();
        }
    }

    private void takeString(int value) {
        if (value == BELL) {
            toGround();
        } else if (value == ESCAPE) {
            state = State.STRING_ESCAPE;
        } else if (pending.size() < LONGEST_SEQUENCE) {
            pending.write(value);
        }
    }

    private void takeUtf8(int value) {
        if ((value & 0xC0) != 0x80) {
            emit(new InputEvent.Unknown("bad UTF-8"));
            toGround();
            take(value);
            return;
        }
        pending.write(value);
        utf8Missing--;
        if (utf8Missing == 0) {
            String text = pending.toString(StandardCharsets.UTF_8);
            emit(withAlt(Key.typed(text)));
            toGround();
        }
    }

    private void takePaste(int value) {
        if (value == PASTE_END[pasteEndMatched]) {
            pasteEndMatched++;
            if (pasteEndMatched == PASTE_END.length) {
                String text = pending.toString(StandardCharsets.UTF_8);
                emit(new InputEvent.Paste(text.replace("\r\n", "\n").replace('\r', '\n')));
                toGround();
            }
            return;
        }
        for (int index = 0; index < pasteEndMatched; index++) {
            writePaste(PASTE_END[index]);
        }
        pasteEndMatched = 0;
        if (value == ESCAPE) {
            pasteEndMatched = 1;
        } else {
            writePaste(value);
        }
    }

    private void writePaste(int value) {
        if (pending.size() < LONGEST_PASTE) {
            pending.write(value);
        }
    }

    private InputEvent withAlt(InputEvent event) {
        return alt && event instanceof Key key ? key.withAlt() : event;
    }

    private void emit(InputEvent event) {
        if (event instanceof Key key && joinsLast(key)) {
            Key last = (Key) events.removeLast();
            events.add(Key.typed(last.text() + key.text()));
            return;
        }
        events.add(event);
    }

    /// A mark, joiner or modifier typed right after a text belongs to its grapheme.
    private boolean joinsLast(Key key) {
        if (!key.isText() || events.isEmpty() || !(events.getLast() instanceof Key last) || !last.isText()) {
            return false;
        }
        int codePoint = key.text().codePointAt(0);
        int type = Character.getType(codePoint);
        boolean modifier = codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
        return modifier
                || type == Character.NON_SPACING_MARK
                || type == Character.FORMAT
                || last.text().endsWith("\u200d");
    }

    private String pendingText() {
        return pending.toString(StandardCharsets.US_ASCII);
    }

    private void toGround() {
        state = State.GROUND;
        alt = false;
        pending.reset();
    }

    private List<InputEvent> takeEvents() {
        List<InputEvent> taken = events;
        events = new ArrayList<>();
        return taken;
    }
}
