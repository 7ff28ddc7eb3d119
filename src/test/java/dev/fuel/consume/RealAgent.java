package dev.fuel.consume;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// The agent programs that are run for real, and how each is told to speak to the scripted model server: what a person
/// would write into `.fuel/config.yaml`, and the files in its home folder. `SERVER` stands for the server's address.
///
/// To raise a version, change it here; `docs/real-agents.md` says what to look at then.
enum RealAgent {
    CLAUDE("@anthropic-ai/claude-code", "2.1.330", """
            model: claude-sonnet-4-5
            env:
              ANTHROPIC_BASE_URL: "SERVER"
              CLAUDE_CODE_OAUTH_TOKEN: sk-ant-oat01-test
              DISABLE_TELEMETRY: "1"
              DISABLE_ERROR_REPORTING: "1"
              CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1"
            """),
    CODEX("@openai/codex", "0.169.0", """
            model: gpt-5
            env: {OPENAI_API_KEY: sk-test}
            args:
              - -c
              - model_provider="scripted"
              - -c
              - model_providers.scripted={name="scripted",base_url="SERVER/v1",env_key="OPENAI_API_KEY",wire_api="responses"}
              - -c
              - check_for_update_on_startup=false
              - -c
              - analytics.enabled=false
            """),
    OPENCODE("opencode-ai", "1.18.33", """
            model: scripted/stub-model
            env:
              OPENCODE_DISABLE_MODELS_FETCH: "1"
              OPENCODE_DISABLE_DEFAULT_PLUGINS: "1"
              OPENCODE_DISABLE_LSP_DOWNLOAD: "1"
              OPENCODE_CONFIG_CONTENT: '{"provider":{"scripted":{"npm":"@ai-sdk/openai-compatible",
                "options":{"baseURL":"SERVER/v1","apiKey":"sk-test"},
                "models":{"stub-model":{"limit":{"context":200000,"output":8000},"cost":{"input":1,"output":2}}}}},
                "small_model":"scripted/stub-model","share":"disabled"}'
            """),
    GEMINI("@google/gemini-cli", "0.61.0", """
            model: gemini-2.5-pro
            env: {GEMINI_API_KEY: sk-test, GOOGLE_GEMINI_BASE_URL: "SERVER"}
            """, new HomeFile(".gemini/settings.json", """
                    {"security": {"auth": {"selectedType": "gemini-api-key"}}, "telemetry": {"enabled": false},
                     "privacy": {"usageStatisticsEnabled": false}, "general": {"enableAutoUpdate": false}}
                    """)),
    QWEN("@qwen-code/qwen-code", "0.24.4", """
            model: qwen3-coder-plus
            env: {OPENAI_API_KEY: sk-test, OPENAI_BASE_URL: "SERVER/v1"}
            """, new HomeFile(".qwen/settings.json", """
                    {"security": {"auth": {"selectedType": "openai"}}, "telemetry": {"enabled": false},
                     "privacy": {"usageStatisticsEnabled": false}}
                    """)),
    COPILOT("@github/copilot", "1.0.102", """
            model: gpt-4.1
            env:
              COPILOT_OFFLINE: "true"
              COPILOT_PROVIDER_BASE_URL: "SERVER/v1"
              COPILOT_PROVIDER_API_KEY: sk-test
            """);

    /// The npm package and version of the node that runs those which are no native programs, and npm itself.
    static final String NODE_PACKAGE = "node";

    static final String NODE_VERSION = "22.23.3";

    final String npmPackage;
    final String version;
    private final String settings;
    private final List<HomeFile> homeFiles;

    RealAgent(String npmPackage, String version, String settings, HomeFile... homeFiles) {
        this.npmPackage = npmPackage;
        this.version = version;
        this.settings = settings;
        this.homeFiles = List.of(homeFiles);
    }

    /// A file that the program expects in its home folder.
    record HomeFile(String path, String text) {}

    /// The name of its driver, and of its program.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A project's whole configuration with this agent as `mine`.
    String config(String url, Duration backoff) {
        return """
                primary: mine
                max_concurrent: 1
                limits: {timeout: 10m, stall: 9m, backoff: %dms, max_load: 1000}
                workspace: {mode: worktree, base: main}
                review: {tests: {command: "test -s one.txt"}}
                agents:
                  mine:
                    driver: %s
                    max_attempts: 2
                %s""".formatted(
                backoff.toMillis(), word(), settings.replace("SERVER", url).indent(4));
    }

    void furnish(Path home) {
        try {
            for (HomeFile file : homeFiles) {
                Path target = home.resolve(file.path());
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.text());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
