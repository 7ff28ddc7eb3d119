package dev.fuel.tui.backend;

import dev.fuel.agents.Driver;
import dev.fuel.agents.TranscriptLog;
import dev.fuel.process.RunDirectory;
import dev.fuel.tui.state.OutputLine;
import dev.fuel.tui.state.OutputLog;
import dev.fuel.tui.state.OutputMatches;
import dev.fuel.tui.state.OutputPage;
import dev.fuel.tui.state.OutputSearch;
import dev.fuel.tui.state.OutputText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Reads the output of a run again, from its files, with the numbers that its lines had when they were read first.
///
/// What a line shows may depend on those before it (a result far from its call), so reading begins where it began
/// then, and not in the middle. Thread-safe.
final class OutputHistory {
    /// Between two looks at whether the wanted lines have come, in bytes.
    private static final long STEP = 1 << 20;

    private final RunDirectory directory;
    private final Driver driver;
    private final OutputTrack track;
    private long before = OutputText.UNKNOWN;

    OutputHistory(RunDirectory directory, Driver driver, OutputTrack track) {
        this.directory = directory;
        this.driver = driver;
        this.track = track;
    }

    private interface Visitor {
        /// @return whether further lines are wanted
        boolean visit(long number, OutputLine line);
    }

    OutputPage page(long from, int count) {
        long start = from < 0 ? -linesBefore() : knownStart();
        long first = from < 0 ? Math.max(from, start) : from;
        List<OutputLine> lines = new ArrayList<>();
        visit(first, (number, line) -> {
            if (number >= first && lines.size() < count) {
                lines.add(line);
            }
            return lines.size() < count;
        });
        return new OutputPage(new OutputLog(first, lines), start);
    }

    OutputMatches search(String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        ArrayDeque<Long> last = new ArrayDeque<>();
        long[] seen = {0, 0};
        visit(-linesBefore(), (number, line) -> {
            if (OutputSearch.isIn(line.text(), wanted)) {
                seen[0]++;
                last.add(number);
                if (last.size() > OutputMatches.MOST) {
                    last.remove();
                }
            }
            seen[1] = number + 1;
            return true;
        });
        return new OutputMatches(words, List.copyOf(last), seen[0], seen[1]);
    }

    private synchronized long knownStart() {
        return isWhole() ? 0 : before == OutputText.UNKNOWN ? OutputText.UNKNOWN : -before;
    }

    boolean isWhole() {
        return track.start().equals(TranscriptLog.Cut.START);
    }

    /// How many lines stand before the first that was read.
    private synchronized long linesBefore() {
        if (before == OutputText.UNKNOWN) {
            Counter counter = new Counter(0, (_, _) -> true);
            read(TranscriptLog.Cut.START, List.of(track.start()), counter);
            before = counter.number;
        }
        return before;
    }

    private void visit(long from, Visitor visitor) {
        if (from < 0) {
            Counter counter = new Counter(-linesBefore(), visitor);
            read(TranscriptLog.Cut.START, List.of(track.start()), counter);
            if (!counter.wanted) {
                return;
            }
        }
        Counter counter = new Counter(0, visitor);
        OutputTrack.Reading reading = track.reading();
        TranscriptLog log = read(track.start(), reading.cuts(), counter);
        if (reading.ended() && counter.wanted) {
            log.end();
        }
    }

    private TranscriptLog read(TranscriptLog.Cut start, List<TranscriptLog.Cut> cuts, Counter counter) {
        var log = new TranscriptLog(
                directory.stdout(), directory.stderr(), driver, start, new ScreenLines(counter), _ -> {});
        for (TranscriptLog.Cut cut : cuts) {
            boolean more = true;
            while (more && counter.wanted && !log.cut().equals(cut)) {
                long output = Math.min(cut.output(), log.cut().output() + STEP);
                more = log.read(new TranscriptLog.Cut(output, cut.errors()));
            }
        }
        return log;
    }

    /// Numbers lines, until those that come are not wanted any more.
    private static final class Counter implements Consumer<OutputLine> {
        private final Visitor visitor;
        private long number;
        private boolean wanted = true;

        private Counter(long first, Visitor visitor) {
            this.number = first;
            this.visitor = visitor;
        }

        @Override
        public void accept(OutputLine line) {
            wanted = wanted && visitor.visit(number, line);
            number++;
        }
    }
}
