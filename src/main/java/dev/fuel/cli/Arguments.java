package dev.fuel.cli;

import dev.fuel.domain.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The words behind a command's name, taken apart by its syntax: `--name value`, `--name=value`, `-n value`, `-nvalue`,
/// `--` before words that look like options.
final class Arguments {
    private final Map<String, List<String>> options;
    private final List<String> words;

    private Arguments(Map<String, List<String>> options, List<String> words) {
        this.options = options;
        this.words = List.copyOf(words);
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    Optional<String> value(String option) {
        return values(option).stream().findFirst();
    }

    List<String> values(String option) {
        return options.getOrDefault(option, List.of());
    }

    /// A whole number of at least 1.
    Optional<Integer> count(String option) {
        return value(option).map(text -> {
            if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1) {
                throw new UsageException("%s must be a whole number, 1 or more, not \"%s\"".formatted(option, text));
            }
            return Integer.valueOf(text);
        });
    }

    /// The words that are no options.
    List<String> words() {
        return words;
    }

    /// The word at that place; the syntax has seen to it that it is there.
    String word(int index) {
        return words.get(index);
    }

    Optional<String> optionalWord(int index) {
        return index < words.size() ? Optional.of(words.get(index)) : Optional.empty();
    }

    /// @param command for the messages
    /// @throws UsageException naming what does not fit and the nearest right option
    static Arguments parse(String command, Syntax own, List<String> given) {
        var parser = new Parser(command, own, given);
        parser.parse();
        var arguments = new Arguments(parser.options, parser.words);
        if (!arguments.has("--help")) {
            parser.checkCount();
        }
        return arguments;
    }

    private static final class Parser {
        private final String command;
        private final Syntax own;
        private final Syntax syntax;
        private final List<String> given;
        private final Map<String, List<String>> options = new LinkedHashMap<>();
        private final List<String> words = new ArrayList<>();
        private int next;

        Parser(String command, Syntax own, List<String> given) {
            this.command = command;
            this.own = own;
            this.syntax = own.and(Syntax.COMMON);
            this.given = given;
        }

        void parse() {
            while (next < given.size()) {
                String word = given.get(next++);
                if (word.equals("--")) {
                    words.addAll(given.subList(next, given.size()));
                    return;
                }
                if (word.startsWith("--")) {
                    int equals = word.indexOf('=');
                    take(
                            equals < 0 ? word : word.substring(0, equals),
                            equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1)));
                } else if (word.startsWith("-") && word.length() > 1) {
                    letters(word);
                } else {
                    words.add(word);
                }
            }
        }

        /// `-p1`, `-p 1`, `-ab` for two flags.
        private void letters(String word) {
            for (int index = 1; index < word.length(); index++) {
                Syntax.Option option = find("-" + word.charAt(index), word);
                if (option.value() != null) {
                    String rest = word.substring(index + 1);
                    put(option, rest.isEmpty() ? following(option) : rest);
                    return;
                }
                put(option, "");
            }
        }

        private void take(String name, Optional<String> attached) {
            Syntax.Option option = find(name, name);
            if (option.value() == null) {
                if (attached.isPresent()) {
                    throw new UsageException("%s takes no value".formatted(name));
                }
                put(option, "");
            } else {
                put(option, attached.orElseGet(() -> following(option)));
            }
        }

        private Syntax.Option find(String name, String word) {
            return syntax.find(name).orElseThrow(() -> {
                List<String> names =
                        syntax.options().stream().map(Syntax.Option::name).toList();
                String hint = Nearest.to(name, names)
                        .map(" (did you mean %s?)"::formatted)
                        .orElse("; %s --help lists its options".formatted(("fuel " + command).strip()));
                return new UsageException("unknown option %s%s".formatted(word, hint));
            });
        }

        private String following(Syntax.Option option) {
            if (next >= given.size()) {
                throw new UsageException(
                        "%s needs a value: %s %s".formatted(option.name(), option.name(), option.value()));
            }
            return given.get(next++);
        }

        private void put(Syntax.Option option, String value) {
            List<String> values = options.computeIfAbsent(option.name(), _ -> new ArrayList<>());
            if (!values.isEmpty() && option.value() != null && !option.many()) {
                throw new UsageException("%s is given twice".formatted(option.name()));
            }
            values.add(value);
        }

        void checkCount() {
            if (words.size() < syntax.least()) {
                throw new UsageException("%s is missing: %s".formatted(missing(), own.usage(command)));
            }
            if (words.size() > syntax.most()) {
                String extra = words.get((int) syntax.most());
                throw new UsageException("\"%s\" is one too many: %s".formatted(extra, own.usage(command)));
            }
        }

        private String missing() {
            int count = words.size();
            for (Syntax.Parameter parameter : syntax.parameters()) {
                if (count < parameter.least()) {
                    return parameter.name();
                }
                count -= Math.min(count, parameter.most());
            }
            return "something";
        }
    }
}
