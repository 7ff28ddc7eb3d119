package dev.fuel.agents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The output of a run that goes on and on: a recorded run again and again, each time with calls of its own.
public final class LongRecording {
    private LongRecording() {}

    /// Those that there is a recording to take for.
    public static List<String> programs() throws IOException {
        return Recordings.programs().stream()
                .filter(program -> Files.exists(recording(program)))
                .toList();
    }

    private static Path recording(String program) {
        return Recordings.resource("transcripts/" + program).resolve("write.stdout.jsonl");
    }

    /// @param program whose recording `write` is taken
    /// @param bytes   how long the file is to be, at least
    public static void write(Path file, String program, long bytes) throws IOException {
        String text = Files.readString(recording(program));
        Set<String> calls = calls(program, text);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            long written = 0;
            for (int round = 0; written < bytes; round++) {
                String again = text;
                for (String call : calls) {
                    again = again.replace(call, call + "-" + round);
                }
                byte[] piece = again.getBytes(UTF_8);
                out.write(piece);
                written += piece.length;
            }
        }
    }

    private static Set<String> calls(String program, String text) {
        var calls = new LinkedHashSet<String>();
        Driver driver = Recordings.driver(program);
        for (AgentEvent event : Recordings.events(driver, text.getBytes(UTF_8), 1 << 16)) {
            if (event instanceof AgentEvent.ToolCall call && !call.id().isEmpty()) {
                calls.add(call.id());
            }
        }
        return calls;
    }
}
