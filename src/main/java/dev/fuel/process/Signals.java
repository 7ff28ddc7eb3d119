package dev.fuel.process;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/// Signals that the JVM leaves to programs. The class behind this is `sun.misc.Signal` of the module `jdk.unsupported`;
/// it is reached by reflection, since the compiler warns of it in a way that cannot be suppressed.
public final class Signals {
    private Signals() {}

    /// Ends a listening; what was done at the signal before is done again.
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /// Runs the action, on a thread of the JVM's, each time the signal comes, instead of what was done until now.
    ///
    /// @param name without `SIG`
    public static Registration onSignal(String name, Runnable action) {
        try {
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
            Object before = handle(name, handler);
            return () -> {
                Object _ = handle(name, before);
            };
        } catch (ClassNotFoundException failure) {
            throw new IllegalStateException("cannot listen for SIG" + name, failure);
        }
    }

    private static Object handle(String name, Object handler) {
        try {
            Class<?> signalClass = Class.forName("sun.misc.Signal");
            Class<?> handlerClass = Class.forName("sun.misc.SignalHandler");
            Object signal = signalClass.getConstructor(String.class).newInstance(name);
            return signalClass.getMethod("handle", signalClass, handlerClass).invoke(null, signal, handler);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException failure) {
            throw new IllegalStateException("cannot listen for SIG" + name, failure);
        }
    }
}
