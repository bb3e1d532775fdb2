package dev.porthole.probe.wire;

import dev.porthole.probe.Address;
import dev.porthole.probe.Address.Family;
import dev.porthole.probe.Attempt;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Connects to a UNIX socket. The file is looked at first: the kernel says "refused" of a plain file, too.
final class UnixDialer {
    private static final int LONGEST_PATH = 107;

    private UnixDialer() {}

    static Dialled<Phase.Connect> dial(String path, Run run) throws IOException {
        Duration start = run.clock().now();
        Fault unusable = look(path);
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        run.abort().guard(channel);
        Fault fault = unusable != null ? unusable : connect(channel, path, run);
        Attempt.Outcome outcome = fault == null ? new Attempt.Open("") : new Attempt.Failed(fault);
        var attempt = new Attempt(new Address(Family.UNIX, path), run.clock().since(start), outcome);
        var phase = new Phase.Connect(run.clock().since(start), List.of(attempt), fault);
        if (fault != null) {
            channel.close();
            return new Dialled<>(phase, null);
        }
        return new Dialled<>(phase, Line.over(channel));
    }

    private static @Nullable Fault look(String path) {
        int length = path.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST_PATH) {
            return new Fault.UnusableTarget("The path of the socket has " + length + " bytes; the system takes "
                    + LONGEST_PATH + " at most: " + path);
        }
        try {
            var file = Files.readAttributes(Path.of(path), BasicFileAttributes.class);
            return file.isRegularFile() || file.isDirectory() ? new Fault.UnixNotASocket() : null;
        } catch (InvalidPathException invalid) {
            return new Fault.UnusableTarget("This is no path of a socket: " + path);
        } catch (NoSuchFileException missing) {
            return new Fault.UnixNotFound();
        } catch (AccessDeniedException denied) {
            return new Fault.UnixForbidden();
        } catch (IOException unclear) {
            return new Fault.ConnectFailed(String.valueOf(unclear.getMessage()));
        }
    }

    private static @Nullable Fault connect(SocketChannel channel, String path, Run run) {
        try {
            Fault ended = run.ended(new Fault.ConnectTimeout());
            if (ended == null) {
                channel.connect(UnixDomainSocketAddress.of(path));
            }
            return ended;
        } catch (ConnectException refused) {
            return new Fault.ConnectRefused();
        } catch (BindException denied) {
            return new Fault.UnixForbidden();
        } catch (IOException failure) {
            Fault ended = run.ended(new Fault.ConnectTimeout());
            return ended != null ? ended : new Fault.ConnectFailed(String.valueOf(failure.getMessage()));
        }
    }
}
