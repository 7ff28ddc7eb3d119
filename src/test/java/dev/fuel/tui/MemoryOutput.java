package dev.fuel.tui;

import dev.fuel.tui.state.OutputBatch;
import dev.fuel.tui.state.OutputLine;
import dev.fuel.tui.state.OutputLog;
import dev.fuel.tui.state.OutputMatches;
import dev.fuel.tui.state.OutputPage;
import dev.fuel.tui.state.OutputSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/// The output of a run that lives in memory. Who follows it hears what comes from then on, as if it began there.
final class MemoryOutput {
    private final List<Followed> followed = new ArrayList<>();

    synchronized void add(List<OutputLine> lines) {
        followed.forEach(each -> each.add(lines));
    }

    synchronized TuiBackend.Following follow(Consumer<OutputBatch> batches) {
        Followed begun = new Followed(batches);
        followed.add(begun);
        return begun;
    }

    private final class Followed implements TuiBackend.Following {
        private final Consumer<OutputBatch> batches;
        private final List<OutputLine> all = new ArrayList<>();

        private Followed(Consumer<OutputBatch> batches) {
            this.batches = batches;
        }

        private void add(List<OutputLine> lines) {
            all.addAll(lines);
            batches.accept(OutputBatch.of(lines));
        }

        @Override
        public OutputPage page(long from, int count) {
            synchronized (MemoryOutput.this) {
                int first = Math.clamp(from, 0, all.size());
                List<OutputLine> lines = List.copyOf(all.subList(first, Math.min(first + count, all.size())));
                return new OutputPage(new OutputLog(first, lines), 0);
            }
        }

        @Override
        public OutputMatches search(String words) {
            synchronized (MemoryOutput.this) {
                String wanted = words.toLowerCase(Locale.ROOT);
                List<Long> matches = LongStream.range(0, all.size())
                        .filter(number ->
                                OutputSearch.isIn(all.get((int) number).text(), wanted))
                        .boxed()
                        .toList();
                return new OutputMatches(words, matches, matches.size(), all.size());
            }
        }

        @Override
        public void close() {
            synchronized (MemoryOutput.this) {
                followed.remove(this);
            }
        }
    }
}
