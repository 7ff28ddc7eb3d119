package dev.fuel.mcp;

import dev.fuel.domain.Refusal;
import dev.fuel.exchange.TextLines;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// The protocol on standard input and output: one message a line, each handled before the next is read, so that
/// everything asked before the end of the input is answered. The SDK's own transport drops what is not answered yet at
/// that end, and ends at the first line that is no message (2.1.0, `StdioServerTransportProvider`); here such a line is
/// told on standard error, and the next one is read.
final class StandardStreams implements McpServerTransportProvider, McpServerTransport {
    private final McpJsonMapper json;
    private final TextLines lines;
    private final PrintStream out;
    private final PrintStream err;
    private @Nullable McpServerSession session;

    StandardStreams(McpJsonMapper json, InputStream in, PrintStream out, PrintStream err) {
        this.json = json;
        this.lines = new TextLines(in);
        this.out = out;
        this.err = err;
    }

    /// Handles messages until the input ends.
    void serve() {
        McpServerSession here = Objects.requireNonNull(session, "no server was built on these streams");
        for (Optional<TextLines.Line> line = next(); line.isPresent(); line = next()) {
            handle(here, line.get());
        }
    }

    /// @return empty at the end, and where nothing more can be read
    private Optional<TextLines.Line> next() {
        try {
            return lines.next();
        } catch (Refusal unreadable) {
            refuse(unreadable.getMessage());
            return unreadable.code().equals(TextLines.BROKEN) ? next() : Optional.empty();
        }
    }

    private void handle(McpServerSession here, TextLines.Line line) {
        JSONRPCMessage message;
        try {
            message = McpSchema.deserializeJsonRpcMessage(json, line.text());
        } catch (IOException | RuntimeException notAMessage) {
            refuse("line %d is not a message of the protocol".formatted(line.number()));
            return;
        }
        var _ = here.handle(message)
                .subscribe(_ -> {}, failure -> refuse("line %d: %s".formatted(line.number(), failure.getMessage())));
    }

    /// Without an id there is nobody to answer: the protocol leaves the error stream for that.
    private void refuse(String words) {
        err.println("fuel: " + words);
    }

    private synchronized void write(JSONRPCMessage message) {
        try {
            out.print(json.writeValueAsString(message));
            out.print('\n');
            out.flush();
        } catch (IOException cause) {
            throw new IllegalStateException("cannot write as JSON: " + message, cause);
        }
    }

    @Override
    public void setSessionFactory(McpServerSession.Factory factory) {
        session = factory.create(this);
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        return Mono.fromRunnable(() -> write(message));
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        return json.convertValue(data, type);
    }

    @Override
    public Mono<Void> notifyClients(String method, Object params) {
        return session == null ? Mono.empty() : session.sendNotification(method, params);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    @Override
    public void close() {
        // The streams are the process's and end with it.
    }

    @Override
    public List<String> protocolVersions() {
        return McpServerTransport.super.protocolVersions();
    }
}
