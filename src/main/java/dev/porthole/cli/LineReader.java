package dev.porthole.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Octets line by line, each bounded: of a longer one the rest is read and thrown away.
final class LineReader {
    /// @param octets without the line end
    /// @param cut whether there was more
    @SuppressWarnings("ArrayRecordComponent")
    record Line(byte[] octets, boolean cut) {}

    private final InputStream in;
    private final int longest;

    LineReader(InputStream in, int longest) {
        this.in = new BufferedInputStream(in);
        this.longest = longest;
    }

    /// Null at the end.
    @Nullable
    Line next() throws IOException {
        var octets = new ByteArrayOutputStream();
        boolean cut = false;
        int octet = in.read();
        if (octet < 0) {
            return null;
        }
        while (octet >= 0 && octet != '\n') {
            if (octets.size() < longest) {
                octets.write(octet);
            } else {
                cut = true;
            }
            octet = in.read();
        }
        return new Line(octets.toByteArray(), cut);
    }
}
