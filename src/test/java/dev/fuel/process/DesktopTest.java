package dev.fuel.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DesktopTest {
    @TempDir
    Path folder;

    @Test
    void aLinkIsHandedToTheDesktopAsOneWord() throws Exception {
        Path opened = folder.resolve("opened");
        program("xdg-open", "echo \"$#:$1\" > '%s.new' && mv '%s.new' '%s'".formatted(opened, opened, opened));
        Desktop desktop = new Desktop(folder, Map.of("PATH", folder.toString(), "DISPLAY", ":0"), "Linux");

        assertThat(desktop.isThere()).isTrue();
        desktop.open("https://host/x?a=1&b=2");

        while (!Files.exists(opened)) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(opened).hasContent("1:https://host/x?a=1&b=2");
    }

    @Test
    void withoutAScreenOrAProgramThereIsNoDesktop() throws Exception {
        String path = folder.toString();
        assertThat(new Desktop(folder, Map.of("PATH", path, "WAYLAND_DISPLAY", "wayland-0"), "Linux").isThere())
                .isFalse();
        program("xdg-open", "true");
        assertThat(new Desktop(folder, Map.of("PATH", path), "Linux").isThere()).isFalse();
        assertThat(new Desktop(folder, Map.of("PATH", path, "WAYLAND_DISPLAY", "wayland-0"), "Linux").isThere())
                .isTrue();
        assertThat(new Desktop(folder, Map.of("PATH", path), "Mac OS X").isThere())
                .isFalse();
    }

    private void program(String name, String script) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
