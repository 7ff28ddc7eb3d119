package dev.fuel.agents.codex;

import dev.fuel.agents.DriverProfile;
import dev.fuel.config.Autonomy;

/// `codex exec`. Facts of version 0.169.0, November 2026.
public final class Codex {
    /// How it is started and understood.
    public static final DriverProfile PROFILE = DriverProfile.of("codex", "0.169.0")
            .headless("exec {session} --json --skip-git-repo-check {model} {autonomy} {schema} {args} -")
            .schema("--output-schema {file}")
            .resume("resume {id}")
            .attach("resume {id} {model} {autonomy}")
            .autonomy(Autonomy.FULL, "--dangerously-bypass-approvals-and-sandbox")
            // Its sandbox keeps git directories from being written, the workspace's own too; --sandbox and
            // --add-dir are not known to `exec resume`, settings are.
            .autonomy(
                    Autonomy.EDIT,
                    "--config sandbox_mode=workspace-write"
                            + " --config sandbox_workspace_write.writable_roots=[{writable_folders}]")
            // It words the end of a limit in local time.
            .variable("TZ", "UTC")
            .help("exec --help")
            .usageOfSession()
            .events(CodexEvents::new)
            .unknownSession("no rollout found")
            .build();

    private Codex() {}
}
