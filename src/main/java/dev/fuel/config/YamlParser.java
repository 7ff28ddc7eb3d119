package dev.fuel.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/// One YAML document from its events, so that every value keeps its place.
///
/// What a configuration does not need is refused, and with it the attacks that live on it: anchors and aliases (a few
/// lines that stand for gigabytes), tags (which name classes), several documents, deep nesting.
final class YamlParser {
    private static final int DEEPEST = 12;

    private final ParserImpl events;

    private YamlParser(String text) {
        this.events = new ParserImpl(new StreamReader(text), new LoaderOptions());
    }

    /// @throws BadYaml with the place of the first thing that is wrong
    static YamlNode parse(String text) {
        try {
            return new YamlParser(text).document();
        } catch (MarkedYAMLException e) {
            throw new BadYaml(place(e.getProblemMark()), said(e));
        } catch (ReaderException e) {
            throw new BadYaml(
                    place(text, e.getPosition()),
                    "the character U+%04X is not allowed here".formatted(e.getCodePoint()));
        }
    }

    private YamlNode document() {
        next();
        if (events.checkEvent(ID.StreamEnd)) {
            return new YamlNode.Fields(List.of(), Position.START);
        }
        next(DocumentStartEvent.class);
        YamlNode root = node(0);
        next();
        if (!events.checkEvent(ID.StreamEnd)) {
            throw new BadYaml(place(next().getStartMark()), "a second document: a configuration is one");
        }
        return root;
    }

    private YamlNode node(int depth) {
        Event event = next();
        Position at = place(event.getStartMark());
        if (event instanceof AliasEvent alias) {
            throw new BadYaml(at, "the alias *%s: write the value out".formatted(alias.getAnchor()));
        }
        if (event instanceof NodeEvent anchored && anchored.getAnchor() != null) {
            throw new BadYaml(at, "the anchor &%s: write the values out".formatted(anchored.getAnchor()));
        }
        if (depth > DEEPEST) {
            throw new BadYaml(at, "nested too deeply");
        }
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar, at);
            case SequenceStartEvent start -> {
                refuseTag(start.getTag(), at);
                yield items(depth, at);
            }
            case MappingStartEvent start -> {
                refuseTag(start.getTag(), at);
                yield fields(depth, at);
            }
            default -> throw new BadYaml(at, "not expected here: " + event.getEventId());
        };
    }

    private static YamlNode.Scalar scalar(ScalarEvent event, Position at) {
        refuseTag(event.getTag(), at);
        if (event.getValue().indexOf('\0') >= 0) {
            throw new BadYaml(at, "the character U+0000 is not allowed here");
        }
        return new YamlNode.Scalar(event.getValue(), event.getScalarStyle() == ScalarStyle.PLAIN, at);
    }

    private YamlNode items(int depth, Position at) {
        var nodes = new ArrayList<YamlNode>();
        while (!events.checkEvent(ID.SequenceEnd)) {
            nodes.add(node(depth + 1));
        }
        next();
        return new YamlNode.Items(List.copyOf(nodes), at);
    }

    private YamlNode fields(int depth, Position at) {
        var fields = new ArrayList<YamlNode.Field>();
        while (!events.checkEvent(ID.MappingEnd)) {
            YamlNode key = node(depth + 1);
            if (!(key instanceof YamlNode.Scalar name)) {
                throw new BadYaml(key.at(), "%s cannot be a key".formatted(key.kind()));
            }
            fields.add(new YamlNode.Field(name, node(depth + 1)));
        }
        next();
        return new YamlNode.Fields(List.copyOf(fields), at);
    }

    private Event next() {
        return events.getEvent();
    }

    private void next(Class<? extends Event> expected) {
        Event event = next();
        if (!expected.isInstance(event)) {
            throw new BadYaml(place(event.getStartMark()), "not expected here: " + event.getEventId());
        }
    }

    private static void refuseTag(@Nullable String tag, Position at) {
        if (tag != null) {
            throw new BadYaml(at, "the tag %s: tags are not used here".formatted(tag));
        }
    }

    /// The parser's own words, but plain ones for the most frequent slip.
    private static String said(MarkedYAMLException problem) {
        String words = String.valueOf(problem.getProblem());
        if (words.contains("TAB")) {
            return "a tab: YAML indents by spaces";
        }
        return problem.getContext() == null ? words : problem.getContext() + ": " + words;
    }

    private static Position place(@Nullable Mark mark) {
        return mark == null ? Position.START : new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Position place(String text, int index) {
        String before = text.substring(0, Math.min(index, text.length()));
        int line = (int) before.chars().filter(character -> character == '\n').count() + 1;
        return new Position(line, before.length() - before.lastIndexOf('\n'));
    }
}
