package dev.fuel.gate.tests;

import dev.fuel.domain.review.TestFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Adds up test cases from many reports. A test that is reported more than once (parameters that its name does not
/// show, the same name in two modules) counts by its worst result. For one thread.
final class Tally {
    private final Map<String, Result> results = new TreeMap<>();
    private final List<String> unreadable = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private int reports;
    private int cases;

    /// From the least telling to the worst.
    enum Result {
        SKIPPED,
        PASSED,
        FAILED;

        Result worse(Result other) {
            return compareTo(other) < 0 ? other : this;
        }
    }

    void add(String name, Result result) {
        cases++;
        results.merge(name, result, Result::worse);
    }

    /// How many test cases were added, repeated names counted each time.
    int cases() {
        return cases;
    }

    void countReport() {
        reports++;
    }

    /// @param why the reason, with the file's name
    void addUnreadable(String why) {
        unreadable.add(why);
    }

    void remark(String words) {
        remarks.add(words);
    }

    /// @param exitCode null unless the command ended by itself
    TestFindings findings(TestFindings.Ending ending, @Nullable Integer exitCode) {
        return new TestFindings(
                ending,
                exitCode,
                reports,
                named(Result.FAILED),
                named(Result.PASSED),
                named(Result.SKIPPED),
                unreadable,
                remarks);
    }

    private SortedSet<String> named(Result wanted) {
        SortedSet<String> names = new TreeSet<>();
        results.forEach((name, result) -> {
            if (result == wanted) {
                names.add(name);
            }
        });
        return names;
    }
}
