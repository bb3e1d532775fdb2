package dev.porthole.sockets.source.linux.ffi;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// The error texts of the C library, in the language that this process speaks (strerror(3), gai_strerror(3)).
public final class ErrorTexts {
    /// EHWPOISON, the last of asm-generic/errno.h.
    private static final int LAST_ERRNO = 133;
    /// EAI_OVERFLOW is -12 in glibc's netdb.h.
    private static final int LAST_LOOKUP = -12;

    private static final int LONGEST = 400;

    private ErrorTexts() {}

    /// Each text with its number: errno from 1 on, codes of getaddrinfo(3) negative.
    ///
    /// @throws IllegalStateException if Java makes no native calls here
    public static Map<String, Integer> read() {
        Map<String, Integer> numbers = new HashMap<>();
        MethodHandle strerror = handle("strerror");
        for (int errno = 1; errno <= LAST_ERRNO; errno++) {
            numbers.putIfAbsent(text(strerror, errno), errno);
        }
        MethodHandle lookup = handle("gai_strerror");
        for (int code = -1; code >= LAST_LOOKUP; code--) {
            numbers.putIfAbsent(text(lookup, code), code);
        }
        return Map.copyOf(numbers);
    }

    @SuppressWarnings("restricted")
    private static MethodHandle handle(String name) {
        try {
            Linker linker = Linker.nativeLinker();
            return linker.downcallHandle(
                    linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(ADDRESS, JAVA_INT));
        } catch (RuntimeException | LinkageError refused) {
            throw new IllegalStateException("the C library cannot be called for its error texts", refused);
        }
    }

    @SuppressWarnings("restricted")
    private static String text(MethodHandle call, int number) {
        try {
            MemorySegment text = ((MemorySegment) call.invokeExact(number)).reinterpret(LONGEST);
            var octets = new ByteArrayOutputStream();
            for (int at = 0; at < LONGEST && text.get(JAVA_BYTE, at) != 0; at++) {
                octets.write(text.get(JAVA_BYTE, at));
            }
            return octets.toString(charset());
        } catch (Throwable e) {
            throw new IllegalStateException("a call of the C library failed in Java", e);
        }
    }

    /// The one in which Java itself reads the texts of the C library.
    private static Charset charset() {
        String name = System.getProperty("sun.jnu.encoding", "UTF-8");
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }
}
