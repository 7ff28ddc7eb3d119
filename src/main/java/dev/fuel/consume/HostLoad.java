package dev.fuel.consume;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much the machine has to do.
public final class HostLoad {
    private static final Path PROC = Path.of("/proc/loadavg");

    private HostLoad() {}

    /// The one-minute load average divided by the number of cores; 0 where it cannot be read.
    public static double perCore() {
        double load = fromProc();
        if (load < 0) {
            load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        }
        return Math.max(0, load) / Runtime.getRuntime().availableProcessors();
    }

    /// Much cheaper than the management interface, which loads hundreds of classes.
    private static double fromProc() {
        try {
            String text = Files.readString(PROC);
            return Double.parseDouble(text.substring(0, text.indexOf(' ')));
        } catch (IOException | NumberFormatException e) {
            return -1;
        }
    }
}
