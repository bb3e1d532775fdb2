package dev.porthole.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Says at once that the reader is gone; a [java.io.PrintStream] alone would swallow it and the program go on.
final class ReaderWatch extends FilterOutputStream {
    ReaderWatch(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int octet) {
        try {
            out.write(octet);
        } catch (IOException gone) {
            throw new ReaderGone();
        }
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
        try {
            out.write(octets, offset, length);
        } catch (IOException gone) {
            throw new ReaderGone();
        }
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException gone) {
            throw new ReaderGone();
        }
    }
}
