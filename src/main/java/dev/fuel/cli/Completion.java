package dev.fuel.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Scripts that complete commands and options, made from the tables that parsing uses.
final class Completion {
    private Completion() {}

    /// A colon separates words for readline, so that `dep:add` arrives as three: the words are put together again,
    /// and what stands before the last colon is taken off the answers.
    static String bash() {
        String cases = Commands.ALL.stream()
                .map(entry -> "        %s) words='%s' ;;".formatted(entry.name(), options(entry)))
                .collect(Collectors.joining("\n"));
        return """
                # bash completion of fuel: eval "$(fuel completion bash)"
                _fuel() {
                    local line=${COMP_LINE:0:COMP_POINT} typed command= word words
                    typed=${line##*[[:space:]]}
                    for word in ${line%%"$typed"}; do
                        case $word in
                        fuel | */fuel | -*) ;;
                        *) command=$word && break ;;
                        esac
                    done
                    case $command in
                        '') words='%s' ;;
                %s
                        *) words= ;;
                    esac
                    COMPREPLY=($(compgen -W "$words" -- "$typed"))
                    local before=${typed%%"${typed##*:}"}
                    if [[ -n $before && $COMP_WORDBREAKS == *:* ]]; then
                        COMPREPLY=("${COMPREPLY[@]#"$before"}")
                    fi
                }
                complete -o default -F _fuel fuel
                """.formatted(String.join(" ", Commands.names()), cases);
    }

    static String zsh() {
        String commands = Commands.ALL.stream()
                .map(entry -> "        '%s:%s'".formatted(entry.name().replace(":", "\\:"), quoted(entry.summary())))
                .collect(Collectors.joining("\n"));
        String cases = Commands.ALL.stream()
                .map(entry -> "        %s) compadd -- %s ;;".formatted(entry.name(), options(entry)))
                .collect(Collectors.joining("\n"));
        return """
                #compdef fuel
                # zsh completion of fuel: eval "$(fuel completion zsh)"
                _fuel() {
                    local -a commands
                    commands=(
                %s
                    )
                    if (( CURRENT == 2 )); then
                        _describe command commands
                        return
                    fi
                    if [[ $PREFIX != -* ]]; then
                        _files
                        return
                    fi
                    case $words[2] in
                %s
                    esac
                }
                compdef _fuel fuel
                """.formatted(commands, cases);
    }

    static String fish() {
        var lines = new ArrayList<String>();
        lines.add("# fish completion of fuel: fuel completion fish | source");
        for (Commands.Entry entry : Commands.ALL) {
            lines.add("complete -c fuel -n __fish_use_subcommand -f -a '%s' -d '%s'"
                    .formatted(entry.name(), quoted(entry.summary())));
        }
        for (Commands.Entry entry : Commands.ALL) {
            for (Syntax.Option option : all(entry)) {
                lines.add("complete -c fuel -n '__fish_seen_subcommand_from %s' -l %s%s%s -d '%s'"
                        .formatted(
                                entry.name(),
                                option.name().substring(2),
                                option.letter() == null
                                        ? ""
                                        : " -s " + option.letter().substring(1),
                                option.value() == null ? "" : " -r",
                                quoted(option.description())));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String options(Commands.Entry entry) {
        return all(entry).stream().map(Syntax.Option::name).collect(Collectors.joining(" "));
    }

    private static List<Syntax.Option> all(Commands.Entry entry) {
        return Commands.create(entry.name()).syntax().and(Syntax.COMMON).options();
    }

    /// For single quotes in the shells.
    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("'", "’");
    }
}
