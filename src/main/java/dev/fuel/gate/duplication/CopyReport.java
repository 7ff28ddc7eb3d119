package dev.fuel.gate.duplication;

import dev.fuel.gate.xml.XmlReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Reads what `pmd cpd --format xml` prints (PMD 6 and 7): `duplication` elements, in each of them the `file`s whose
/// passages are the same, with `path`, `line` and `endline`.
final class CopyReport implements XmlReport.Elements {
    private final Path workspace;
    private final List<List<Passage>> copies = new ArrayList<>();
    private @Nullable List<Passage> passages;

    private CopyReport(Path workspace) {
        this.workspace = workspace;
    }

    /// @param workspace the folder that the names of files are told from
    /// @return passages that are the same, in groups of two or more
    /// @throws XmlReport.Broken if it is no such report
    static List<List<Passage>> read(InputStream xml, Path workspace) throws XmlReport.Broken, IOException {
        CopyReport report = new CopyReport(workspace);
        XmlReport.read(xml, report);
        return report.copies;
    }

    @Override
    public void start(XmlReport.Element element) {
        if (element.name().equals("duplication")) {
            passages = new ArrayList<>();
        } else if (element.name().equals("file") && passages != null) {
            OptionalInt first = number(element.attribute("line"));
            OptionalInt last = number(element.attribute("endline"));
            if (first.isPresent() && last.isPresent() && last.getAsInt() >= first.getAsInt()) {
                passages.add(new Passage(name(element.attribute("path")), first.getAsInt(), last.getAsInt()));
            }
        }
    }

    @Override
    public void end(String name) {
        if (name.equals("duplication") && passages != null) {
            if (passages.size() > 1) {
                copies.add(passages);
            }
            passages = null;
        }
    }

    private String name(String path) {
        Path file = workspace.resolve(path);
        return file.startsWith(workspace) ? workspace.relativize(file).toString() : path;
    }

    private static OptionalInt number(String text) {
        return text.matches("[1-9][0-9]{0,8}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
