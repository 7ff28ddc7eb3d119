package dev.fuel.tui.terminal;

import java.lang.reflect.Proxy;

/// Signals that the JVM leaves to programs. The class behind this is `sun.misc.Signal` of the module `jdk.unsupported`;
/// it is reached by reflection, since the compiler warns of it in a way that cannot be suppressed.
final class Signals {
    private Signals() {}

    /// Runs the action, on a thread of the JVM's, each time the signal comes.
    ///
    /// @param name without `SIG`
    static void onSignal(String name, Runnable action) {
        try {
            Class<?> signalClass = Class.forName("sun.misc.Signal");
            Class<?> handlerClass = Class.forName("sun.misc.SignalHandler");
            Object handler = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handlerClass}, (proxy, method, arguments) -> {
                        return switch (method.getName()) {
                            case "handle" -> {
                                action.run();
                                yield null;
                            }
                            case "hashCode" -> System.identityHashCode(proxy);
                            case "equals" -> System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
                            default -> "handler of SIG" + name;
                        };
                    });
            Object signal = signalClass.getConstructor(String.class).newInstance(name);
            signalClass.getMethod("handle", signalClass, handlerClass).invoke(null, signal, handler);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("cannot listen for SIG" + name, failure);
        }
    }
}
