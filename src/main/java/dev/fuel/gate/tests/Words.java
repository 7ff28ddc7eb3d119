package dev.fuel.gate.tests;

import dev.fuel.domain.review.TestFindings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The findings at a head and a base as sentences for people and agents.
record Words(TestFindings head, TestFindings base) {
    /// So many names say enough; the rest is counted.
    private static final int MOST_NAMES = 10;

    String ofHead() {
        return of(head);
    }

    String neitherHere() {
        return of(head) + ", and the same at the base" + remarks(head);
    }

    String alsoAtBase() {
        String named = head.failed().isEmpty() ? "" : "; failing: " + listed(head.failed());
        return of(head) + "; it also fails at the base (" + of(base) + ")" + named + suffix();
    }

    String againstBase() {
        String named = head.failed().isEmpty() ? "" : "; failing: " + listed(head.failed());
        String lost = base.hasReports() && !head.hasReports()
                ? "; it wrote no reports, at the base %s".formatted(counted(base))
                : "";
        String compared = base.ending() == TestFindings.Ending.UNAVAILABLE
                ? "; there is no baseline, so only its exit code counts: " + String.join("; ", base.remarks())
                : "; at the base: " + of(base);
        return of(head) + lost + compared + named + suffix();
    }

    String newFailures(SortedSet<String> broken) {
        SortedSet<String> known = new TreeSet<>(head.failed());
        known.retainAll(base.failed());
        return "%s%s that %s not fail at the base: %s%s"
                .formatted(
                        head.timedOut() ? ofHead() + "; " : "",
                        numbered(broken.size(), "test fails", "tests fail"),
                        broken.size() == 1 ? "does" : "do",
                        listed(broken),
                        (known.isEmpty() ? "" : "; also failing at the base: " + listed(known)) + suffix());
    }

    String noNewFailure() {
        String passed = numbered(head.passed().size(), "test passes", "tests pass");
        if (head.failed().isEmpty()) {
            return passed + (head.succeeded() ? "" : "; %s, as at the base".formatted(of(head))) + suffix();
        }
        return "%s; no new failure; also failing at the base: %s%s".formatted(passed, listed(head.failed()), suffix());
    }

    /// What else is worth knowing.
    String suffix() {
        StringBuilder words = new StringBuilder();
        if (head.hasReports() && base.hasReports()) {
            append(words, "passing now, failing at the base", mended());
            append(words, "skipped now", among(head.skipped()));
            SortedSet<String> gone = TestVerdict.without(TestVerdict.without(ran(), known()), head.skipped());
            append(words, "no longer there", gone);
        }
        return words + remarks(head);
    }

    private SortedSet<String> mended() {
        SortedSet<String> mended = new TreeSet<>(base.failed());
        mended.retainAll(head.passed());
        return mended;
    }

    /// The tests that were run at the base.
    private SortedSet<String> ran() {
        SortedSet<String> ran = new TreeSet<>(base.passed());
        ran.addAll(base.failed());
        return ran;
    }

    private SortedSet<String> known() {
        SortedSet<String> known = new TreeSet<>(head.passed());
        known.addAll(head.failed());
        return known;
    }

    private SortedSet<String> among(SortedSet<String> names) {
        SortedSet<String> both = ran();
        both.retainAll(names);
        return both;
    }

    private static void append(StringBuilder words, String what, SortedSet<String> names) {
        if (!names.isEmpty()) {
            words.append("; ").append(what).append(": ").append(listed(names));
        }
    }

    private static String remarks(TestFindings findings) {
        StringBuilder words = new StringBuilder();
        if (!findings.unreadable().isEmpty()) {
            words.append("; reports that cannot be read: ").append(listed(findings.unreadable()));
        }
        findings.remarks().forEach(remark -> words.append("; ").append(remark));
        return words.toString();
    }

    private static String of(TestFindings findings) {
        return switch (findings.ending()) {
            case ENDED -> "the test command ended with " + findings.exitCode();
            case TIMED_OUT -> "the test command did not end in time (review.tests.timeout) and was stopped";
            case UNAVAILABLE -> "the test command could not be run";
        };
    }

    private static String counted(TestFindings findings) {
        int tests = findings.passed().size() + findings.failed().size();
        return numbered(findings.reports(), "report", "reports") + " of " + numbered(tests, "test", "tests");
    }

    private static String numbered(int count, String one, String many) {
        return "%d %s".formatted(count, count == 1 ? one : many);
    }

    private static String listed(Collection<String> names) {
        List<String> first = new ArrayList<>(names.stream().limit(MOST_NAMES).toList());
        String list = String.join(", ", first);
        int more = names.size() - first.size();
        return more == 0 ? list : "%s and %d more".formatted(list, more);
    }
}
