package dev.fuel.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A short text that changes when anything in a checkout does: its commit, or what is uncommitted in it. Ignored files
/// are not in it, nor what stands in untracked ones.
public final class CheckoutPrint {
    private CheckoutPrint() {}

    public static String of(Repository repository, Path checkout) {
        Git git = repository.git().in(checkout);
        String status = git.read("status", "--porcelain=v2", "-z", "--branch", "--untracked-files=all", "--no-renames");
        String difference = git.query("diff", "--no-ext-diff", "--no-textconv", "--binary", "HEAD", "--")
                .stdout();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(status.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(difference.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
