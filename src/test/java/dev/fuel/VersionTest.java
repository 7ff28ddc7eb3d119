package dev.fuel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VersionTest {
    @Test
    void theProgramAndTheBuildAgree() throws Exception {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<artifactId>fuel</artifactId>\n  <version>%s</version>".formatted(Version.NUMBER));
    }
}
