package dev.fuel.gate.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fuel.domain.review.TestFindings;
import dev.fuel.domain.review.TestFindings.Ending;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/junit-reports");

    @TempDir
    Path workspace;

    @Test
    void surefireTellsParametersNestedClassesRerunsAndFlickeringApart() {
        TestFindings found = example("surefire.xml");
        assertThat(found.failed())
                .containsExactly(
                        "org.example.FeesTest.booksIntoTheLedger", "org.example.FeesTest.roundsUp(int, int)[3]");
        assertThat(found.passed())
                .containsExactly(
                        "org.example.FeesTest$Discounts.applyToMembers",
                        "org.example.FeesTest.flickers",
                        "org.example.FeesTest.roundsUp(int, int)[1]",
                        "org.example.FeesTest.roundsUp(int, int)[2]");
        assertThat(found.skipped()).containsExactly("org.example.FeesTest.tax");
    }

    @Test
    void pytestsParametersAreInTheNamesAndABrokenFixtureIsAFailure() {
        TestFindings found = example("pytest.xml");
        assertThat(found.failed())
                .containsExactly(
                        "test_fees.TestDiscount.test_is_never_negative", "test_fees.test_books_into_the_ledger");
        assertThat(found.passed())
                .containsExactly(
                        "test_fees.TestDiscount.test_applies_to_members",
                        "test_fees.test_rounds_up[0-0]",
                        "test_fees.test_rounds_up[150-2]",
                        "test_fees.test_rounds_up[99-1]");
        assertThat(found.skipped())
                .containsExactly("test_fees.TestDiscount.test_known", "test_fees.TestDiscount.test_tax");
    }

    @Test
    void whatJestRepeatsAsTheClassIsSaidOnceAndAFileThatDoesNotLoadIsAFailure() {
        TestFindings found = example("jest-junit.xml");
        assertThat(found.failed())
                .containsExactly("Test suite failed to run.broken.test.js", "fees rounds 150 up to 3");
        assertThat(found.passed())
                .containsExactly(
                        "fees discounts apply to members & <friends>",
                        "fees rounds 0 up to 0",
                        "fees rounds 99 up to 1");
        assertThat(found.skipped()).containsExactly("fees knows the tax");
    }

    @Test
    void goPackagesThatDoNotBuildAreFailures() {
        TestFindings found = example("go-junit-report.xml");
        assertThat(found.failed())
                .containsExactly(
                        "example.org/shop/broken.[build failed]",
                        "example.org/shop/fees.TestRoundsUp",
                        "example.org/shop/fees.TestRoundsUp/amount_150");
        assertThat(found.passed()).hasSize(3);
        assertThat(found.skipped()).containsExactly("example.org/shop/fees.TestTax");
    }

    @Test
    void everyReportMayBreakOffAnywhere() throws IOException {
        byte[] whole = Files.readAllBytes(EXAMPLES.resolve("surefire.xml"));
        int end = new String(whole, UTF_8).lastIndexOf('>');
        for (int length = 0; length < end; length += 13) {
            Files.write(workspace.resolve("r.xml"), Arrays.copyOf(whole, length));
            TestFindings found = gather("r.xml");
            assertThat(found.unreadable())
                    .as("cut at %d", length)
                    .singleElement()
                    .asString()
                    .startsWith("r.xml (");
            assertThat(found.failed().size() + found.passed().size()).isLessThanOrEqualTo(6);
        }
    }

    @Test
    void aBrokenReportIsNamedAndWhatComesBeforeTheBreakCounts() {
        write("r.xml", "<testsuite name='s'><testcase name='a'/><testcase name='b'><failure/></testcase><testc");
        TestFindings found = gather("r.xml");
        assertThat(found.passed()).containsExactly("s.a");
        assertThat(found.failed()).containsExactly("s.b");
        assertThat(found.hasReports()).isTrue();
        assertThat(found.unreadable()).containsExactly("r.xml (line 1: it is broken or breaks off)");
    }

    @Test
    void aFileThatIsNoReportIsNone() {
        write("r.xml", "<project><name>fees</name></project>");
        assertThat(gather("r.xml").unreadable()).containsExactly("r.xml (it has no testsuite)");
        write("r.xml", "");
        assertThat(gather("r.xml").hasReports()).isFalse();
        write("r.xml", "tests: 3");
        assertThat(gather("r.xml").unreadable()).hasSize(1);
    }

    @Test
    void aBillionLaughsAreRefused() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE testsuite [<!ENTITY l0 'lol'>");
        for (int i = 1; i < 10; i++) {
            laughs.append(
                    "<!ENTITY l%d '%s'>".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
        }
        write("r.xml", laughs + "]><testsuite name='s'><testcase name='&l9;'/></testsuite>");
        TestFindings found = gather("r.xml");
        assertThat(found.unreadable()).containsExactly("r.xml (it has a document type, which is refused)");
        assertThat(found.passed()).isEmpty();
    }

    @Test
    void noOtherFileIsReadForAReport() {
        write("secret.txt", "the secret");
        String secret = workspace.resolve("secret.txt").toUri().toString();
        write(
                "r.xml",
                "<!DOCTYPE testsuite [<!ENTITY s SYSTEM '%s'>]><testsuite name='s'><testcase name='a'>&s;</testcase></testsuite>"
                        .formatted(secret));
        assertThat(gather("r.xml").unreadable()).containsExactly("r.xml (it has a document type, which is refused)");
        write("r.xml", "<testsuite name='s'><testcase name='a'/>&s;</testsuite>");
        assertThat(gather("r.xml").unreadable()).hasSize(1);
    }

    @Test
    void muchOutputAndBytesThatXmlForbidsInItArePassedOver() throws IOException {
        byte[] line = "x]] > and \u001b[31m so on \n".repeat(4096).getBytes(ISO_8859_1);
        try (OutputStream file = Files.newOutputStream(workspace.resolve("r.xml"))) {
            file.write("<testsuite name='s'><testcase name='a'><system-out><![CDATA[".getBytes(UTF_8));
            for (int written = 0; written < 24 << 20; written += line.length) {
                file.write(line);
            }
            file.write("]]]></system-out></testcase><testcase name='b'/></testsuite>".getBytes(UTF_8));
        }
        assertThat(gather("r.xml").unreadable()).isEmpty();
        assertThat(gather("r.xml").passed()).containsExactly("s.a", "s.b");
    }

    @Test
    void anyEncodingThatTheFileNamesIsRead() throws IOException {
        for (Charset encoding : List.of(UTF_8, ISO_8859_1, UTF_16)) {
            String report =
                    "<?xml version='1.0' encoding='%s'?><testsuite name='s'><testcase name='größer'><failure><![CDATA[weg]]></failure></testcase></testsuite>"
                            .formatted(encoding);
            Files.write(workspace.resolve("r.xml"), report.getBytes(encoding));
            assertThat(gather("r.xml").failed()).as("%s", encoding).containsExactly("s.größer");
        }
    }

    @Test
    void suitesNestAndATestWithoutAClassIsNamedByItsSuite() {
        write("r.xml", """
                <testsuites><testsuite name="outer"><testsuite name="inner"><testcase name="a"/></testsuite>
                <testsuite><testcase name="b"/></testsuite><testcase name="c" classname=""/></testsuite>
                <testsuite name="setup"><error/></testsuite></testsuites>
                """);
        TestFindings found = gather("r.xml");
        assertThat(found.passed()).containsExactly("inner.a", "outer.b", "outer.c");
        assertThat(found.failed()).containsExactly("setup");
    }

    @Test
    void aRepeatedNameCountsByItsWorstResult() {
        write(
                "one/r.xml",
                "<testsuite name='s'><testcase name='a'><failure/></testcase><testcase name='b'><skipped/>"
                        + "</testcase><testcase name='a'/></testsuite>");
        write("two/r.xml", "<testsuite name='s'><testcase name='b'/></testsuite>");
        TestFindings found = gather("*/r.xml");
        assertThat(found.failed()).containsExactly("s.a");
        assertThat(found.passed()).containsExactly("s.b");
        assertThat(found.skipped()).isEmpty();
        assertThat(found.reports()).isEqualTo(2);
    }

    @Test
    void aNameThatHasAnObjectsHashInItIsTheSameNextTime() {
        write("r.xml", "<testsuite name='s'><testcase name='adds(Money@1b6d3586)[1]'/></testsuite>");
        assertThat(gather("r.xml").passed()).containsExactly("s.adds(Money@…)[1]");
    }

    @Test
    void reportsThatAreOlderThanTheCheckDoNotCount() throws IOException {
        write("r.xml", "<testsuite name='s'><testcase name='a'/></testsuite>");
        Instant began = Instant.now();
        Files.setLastModifiedTime(workspace.resolve("r.xml"), FileTime.from(began.minusSeconds(2)));
        TestFindings found = TestReports.gather(workspace, "r.xml", began, Ending.ENDED, 0);
        assertThat(found.hasReports()).isFalse();
        assertThat(found.remarks()).containsExactly("all files that match r.xml are older than the check (1)");
    }

    private TestFindings gather(String glob) {
        return TestReports.gather(workspace, glob, Instant.EPOCH, Ending.ENDED, 0);
    }

    private static TestFindings example(String name) {
        TestFindings found = TestReports.gather(EXAMPLES, name, Instant.EPOCH, Ending.ENDED, 1);
        assertThat(found.unreadable()).isEmpty();
        assertThat(found.reports()).isEqualTo(1);
        return found;
    }

    private void write(String name, String text) {
        try {
            Path file = workspace.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
