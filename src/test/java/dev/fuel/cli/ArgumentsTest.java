package dev.fuel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    private static final Syntax SYNTAX = Syntax.NONE
            .required("TITLE")
            .anyNumber("MORE")
            .value("-d", "--description", "TEXT", "what")
            .value("-p", "--priority", "0-4", "how urgent")
            .values("-l", "--label", "LABEL", "labels")
            .flag("-q", "--quiet", "less")
            .value("--limit", "N", "how many")
            .json();

    @Test
    void optionsMayBeWrittenInEveryUsualWay() {
        Arguments arguments = parse("a", "-p1", "--description=x=y", "-l", "one", "--label", "two", "-q", "b");
        assertThat(arguments.words()).containsExactly("a", "b");
        assertThat(arguments.value("--priority")).contains("1");
        assertThat(arguments.value("--description")).contains("x=y");
        assertThat(arguments.values("--label")).containsExactly("one", "two");
        assertThat(arguments.has("--quiet")).isTrue();
        assertThat(arguments.has("--json")).isFalse();
    }

    @Test
    void lettersOfFlagsMayStandTogetherAndTheLastMayTakeAValue() {
        Arguments arguments = parse("-qp", "3", "t");
        assertThat(arguments.has("--quiet")).isTrue();
        assertThat(arguments.value("--priority")).contains("3");
    }

    @Test
    void afterTwoDashesEverythingIsAWordAndADashAloneIsOne() {
        assertThat(parse("--", "-p", "--json").words()).containsExactly("-p", "--json");
        assertThat(parse("x", "-d", "-").value("--description")).contains("-");
    }

    @Test
    void whatDoesNotFitIsNamed() {
        assertThatThrownBy(() -> parse()).hasMessage("TITLE is missing: fuel add TITLE [MORE…] [options]");
        assertThatThrownBy(() -> parse("x", "-p", "1", "-p", "2")).hasMessage("--priority is given twice");
        assertThatThrownBy(() -> parse("x", "-z")).hasMessage("unknown option -z; fuel add --help lists its options");
        assertThatThrownBy(() -> parse("x", "--limit", "0").count("--limit"))
                .hasMessage("--limit must be a whole number, 1 or more, not \"0\"");
        assertThat(parse("x", "--limit", "25").count("--limit")).contains(25);
    }

    @Test
    void helpNeedsNothingElse() {
        assertThat(parse("-h").has("--help")).isTrue();
    }

    private static Arguments parse(String... words) {
        return Arguments.parse("add", SYNTAX, List.of(words));
    }
}
