package dev.porthole.probe.wire;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// The server of a handshake within this program, at the other end of two pipes: nothing listens, and nobody is called.
final class HandshakePartner implements Closeable {
    private final Pipe there;
    private final Pipe back;

    private HandshakePartner(Pipe there, Pipe back) {
        this.there = there;
        this.back = back;
    }

    static HandshakePartner start() throws IOException, GeneralSecurityException {
        SSLContext context = PassingCertificate.context();
        var partner = new HandshakePartner(Pipe.open(), Pipe.open());
        Thread.ofPlatform().daemon().name("probe-warm-up-partner").start(() -> partner.serve(context));
        return partner;
    }

    /// The client's end.
    Line line() {
        return new Line(Channels.newInputStream(back.source()), Channels.newOutputStream(there.sink()), this);
    }

    private void serve(SSLContext context) {
        var end = new Line(Channels.newInputStream(there.source()), Channels.newOutputStream(back.sink()), this);
        try {
            var server =
                    (SSLSocket) context.getSocketFactory().createSocket(new TappedSocket(end), "localhost", 0, false);
            server.setUseClientMode(false);
            server.startHandshake();
        } catch (IOException left) {
            // The client is content, or its time was up.
        }
    }

    @Override
    public void close() throws IOException {
        for (Closeable end : new Closeable[] {there.sink(), there.source(), back.sink(), back.source()}) {
            end.close();
        }
    }
}
