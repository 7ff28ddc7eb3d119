package dev.fuel.gate.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectory(folder.resolve("root"));
    }

    @Test
    void aGlobNamesFilesFromTheRoot() throws IOException {
        make("target/surefire-reports/TEST-a.xml", "target/surefire-reports/a.txt", "module/target/TEST-b.xml");
        assertThat(found("target/surefire-reports/TEST-*.xml")).containsExactly("target/surefire-reports/TEST-a.xml");
        assertThat(found("**/TEST-*.xml"))
                .containsExactly("module/target/TEST-b.xml", "target/surefire-reports/TEST-a.xml");
        assertThat(found("{module,target}/**.xml")).hasSize(2);
    }

    @Test
    void twoStarsMayStandForNoFolder() throws IOException {
        make("junit.xml", "web/junit.xml", "web/reports/junit.xml");
        assertThat(found("**/junit.xml")).hasSize(3);
        assertThat(found("web/**/junit.xml")).hasSize(2);
    }

    @Test
    void nothingOutsideAndNothingOfGitOrFuelIsFound() throws IOException {
        make("in/r.xml", ".fuel/worktrees/f-1/r.xml", ".git/r.xml");
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("r.xml"), "");
        Files.createSymbolicLink(root.resolve("link"), outside);
        Files.createSymbolicLink(root.resolve("in/linked.xml"), outside.resolve("r.xml"));
        assertThat(found("**/*.xml")).containsExactly("in/r.xml");
        assertThat(found("../" + outside.getFileName() + "/r.xml")).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereHasNoReports() throws IOException {
        assertThat(found("target/surefire-reports/*.xml")).isEmpty();
    }

    @Test
    void whereTheFileSystemKeepsSecondsTheSecondOfTheStartCounts() throws IOException {
        make("r.xml");
        Instant began = Instant.parse("2026-03-29T01:30:00.900Z");
        stamp("2026-03-29T01:30:00Z");
        assertThat(ReportFiles.find(root, "r.xml", began).fresh()).hasSize(1);
        stamp("2026-03-29T01:30:00.899Z");
        assertThat(ReportFiles.find(root, "r.xml", began).fresh()).isEmpty();
        stamp("2026-03-29T01:29:59Z");
        assertThat(ReportFiles.find(root, "r.xml", began).stale()).isEqualTo(1);
    }

    private void stamp(String time) throws IOException {
        Files.setLastModifiedTime(root.resolve("r.xml"), FileTime.from(Instant.parse(time)));
    }

    private List<String> found(String glob) throws IOException {
        return ReportFiles.find(root, glob, Instant.EPOCH).fresh().stream()
                .map(file -> root.relativize(file).toString())
                .toList();
    }

    private void make(String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(root.resolve(name).getParent());
            Files.writeString(root.resolve(name), "");
        }
    }
}
