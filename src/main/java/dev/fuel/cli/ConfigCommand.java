package dev.fuel.cli;

import dev.fuel.app.StartLine;
import dev.fuel.config.ConfigReading;
import dev.fuel.config.Setting;
import java.util.List;

/// `fuel config`: each effective value, whether it is a default or where in the file it stands, and how each agent is
/// started.
final class ConfigCommand implements Subcommand {
    @Override
    public Syntax syntax() {
        return Syntax.NONE.json();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        ConfigReading.Usable reading = invocation.project().readConfig().require();
        List<Setting> settings = reading.settings();
        List<StartLine> starts = StartLine.of(reading.config());
        Output output = invocation.output();
        if (output.isJson()) {
            output.json(json -> json.text("file", invocation.project().configFile())
                    .objects("settings", settings, ConfigCommand::describe)
                    .objects(
                            "starts",
                            starts,
                            (one, start) -> one.text("agent", start.agent()).texts("words", start.words())));
        } else {
            var table = new Table("SETTING", "FROM", "VALUE");
            for (Setting setting : settings) {
                table.row(Span.of(setting.path()), Role.DIM.of(origin(setting)), value(setting));
            }
            output.table(table);
            starts.forEach(start ->
                    output.line(Role.DIM.of("%s is started as ".formatted(start.agent())), Span.of(start.toString())));
        }
        return ExitCode.DONE;
    }

    private static void describe(Json json, Setting setting) {
        json.text("path", setting.path())
                .text("value", setting.value())
                .text("origin", setting.at() == null ? "default" : "file")
                .number("line", setting.at() == null ? null : setting.at().line())
                .number("column", setting.at() == null ? null : setting.at().column());
    }

    private static Span value(Setting setting) {
        return setting.value().isEmpty() ? Role.DIM.of("–") : Span.of(setting.value());
    }

    private static String origin(Setting setting) {
        return setting.at() == null ? "default" : "line " + setting.at().line();
    }
}
