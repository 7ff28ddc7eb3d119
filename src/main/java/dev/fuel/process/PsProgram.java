package dev.fuel.process;

import dev.fuel.domain.run.ProcessIdentity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The process table as `ps` shows it, where there is no `/proc`: macOS and the BSDs.
final class PsProgram implements ProcessTable {
    private static final long OWN_PID = ProcessHandle.current().pid();
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /// `Z` is a zombie; the time is in the machine's zone, which is fixed here so that it reads the same in every
    /// run.
    @Override
    public Optional<ProcessIdentity> identify(long pid) {
        return ps("-o", "stat=,lstart=", "-p", Long.toString(pid))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && line.charAt(0) != 'Z')
                .map(line -> new ProcessIdentity(
                        pid, line.substring(line.indexOf(' ')).strip()))
                .findFirst();
    }

    /// In the order of their numbers, which is nearly that of their age.
    @Override
    public List<ProcessIdentity> carriers(String token, Mark since) {
        List<ProcessIdentity> carriers = new ArrayList<>();
        String entry = AgentEnvironment.TOKEN + "=" + token;
        for (String line : (Iterable<String>) ps("axeww", "-o", "pid=,command=").lines()::iterator) {
            String text = line.strip();
            if (List.of(text.split(" ")).contains(entry)) {
                long pid = Long.parseLong(text.substring(0, text.indexOf(' ')));
                if (pid != OWN_PID) {
                    identify(pid).ifPresent(carriers::add);
                }
            }
        }
        return carriers;
    }

    @Override
    public Mark mark() {
        return Mark.NONE;
    }

    private static String ps(String... arguments) {
        List<String> words = new ArrayList<>(List.of("ps"));
        words.addAll(List.of(arguments));
        return new Command(words, Path.of("/"), Map.of("TZ", "UTC", "LC_ALL", "C"), LIMIT, null)
                .run()
                .stdout();
    }
}
