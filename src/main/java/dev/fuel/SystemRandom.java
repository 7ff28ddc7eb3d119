package dev.fuel;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/// The operating system's randomness, good enough for run tokens. `SecureRandom` is the same at last, but looks for
/// providers first, which a short command would pay for at each start. Safe for any thread.
final class SystemRandom implements RandomGenerator {
    private static final String DEVICE = "/dev/urandom";

    @Override
    public long nextLong() {
        try (InputStream device = new FileInputStream(DEVICE)) {
            return ByteBuffer.wrap(device.readNBytes(Long.BYTES)).getLong();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + DEVICE, e);
        }
    }
}
