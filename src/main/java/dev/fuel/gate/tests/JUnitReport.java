package dev.fuel.gate.tests;

import dev.fuel.gate.xml.XmlReport;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Reads a report in the form that Ant's JUnit task began and that surefire, pytest, jest-junit and go-junit-report
/// write: `testcase` elements in nested `testsuite`s, with or without a `testsuites` around them. `failure` or `error`
/// inside a case means that it failed, `skipped` that it did not run, and anything else (`rerunFailure`,
/// `flakyFailure`, output, properties) says nothing about how it ended in the end.
final class JUnitReport implements XmlReport.Elements {
    private final Tally tally;
    private final Deque<String> suites = new ArrayDeque<>();
    private boolean anySuite;

    private @Nullable String caseName;
    private Tally.Result result = Tally.Result.PASSED;

    private JUnitReport(Tally tally) {
        this.tally = tally;
    }

    /// Adds the report's test cases to the tally; those before the place where it breaks count too.
    ///
    /// @throws XmlReport.Broken if it is not such a report, or not to its end
    static void read(InputStream file, Tally tally) throws XmlReport.Broken, IOException {
        JUnitReport report = new JUnitReport(tally);
        XmlReport.read(file, report);
        if (!report.anySuite) {
            throw new XmlReport.Broken("it has no testsuite");
        }
    }

    @Override
    public void start(XmlReport.Element element) {
        switch (element.name()) {
            case "testsuites" -> anySuite = true;
            case "testsuite" -> {
                anySuite = true;
                String name = element.attribute("name");
                suites.push(name.isBlank() ? suite() : name);
            }
            case "testcase" -> {
                caseName = CaseName.of(element.attribute("classname"), element.attribute("name"), suite());
                result = Tally.Result.PASSED;
            }
            case "failure", "error" -> fail();
            case "skipped" -> {
                if (result != Tally.Result.FAILED) {
                    result = Tally.Result.SKIPPED;
                }
            }
            default -> {
                // Says nothing about how a test ended.
            }
        }
    }

    /// A suite may break without any of its tests, as when its setup does.
    private void fail() {
        if (caseName != null) {
            result = Tally.Result.FAILED;
        } else if (!suite().isEmpty()) {
            tally.add(CaseName.of("", "", suite()), Tally.Result.FAILED);
        }
    }

    private String suite() {
        String suite = suites.peek();
        return suite == null ? "" : suite;
    }

    @Override
    public void end(String name) {
        if (name.equals("testsuite")) {
            suites.poll();
        } else if (name.equals("testcase") && caseName != null) {
            tally.add(caseName, result);
            caseName = null;
        }
    }
}
