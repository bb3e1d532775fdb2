package dev.porthole.engine;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/// Servers for a namespace, in a process of their own: each word is `what,address,port`. It says `ready` and stays
/// until it is ended.
public final class Stage {
    private static final List<AutoCloseable> KEPT = new ArrayList<>();

    private Stage() {}

    /// `hold` accepts and says nothing, `idle` does not accept, `reset` resets, `ssh` greets, `late` greets after a
    /// while, `udp` waits for datagrams, `call` makes two connections and keeps them.
    public static void main(String[] words) throws Exception {
        for (String word : words) {
            String[] part = word.split(",", -1);
            open(part[0], new InetSocketAddress(InetAddress.ofLiteral(part[1]), Integer.parseInt(part[2])));
        }
        System.out.println("ready");
        System.out.flush();
        new CountDownLatch(1).await();
    }

    private static void open(String what, InetSocketAddress address) throws IOException {
        switch (what) {
            case "udp" -> KEPT.add(new DatagramSocket(address));
            case "call" -> {
                for (int i = 0; i < 2; i++) {
                    KEPT.add(new Socket(address.getAddress(), address.getPort()));
                }
            }
            default -> {
                ServerSocket server = new ServerSocket();
                server.bind(address, 1);
                KEPT.add(server);
                if (!what.equals("idle")) {
                    Thread.ofPlatform().daemon().start(() -> serve(what, server));
                }
            }
        }
    }

    private static void serve(String what, ServerSocket server) {
        while (true) {
            try {
                Socket caller = server.accept();
                KEPT.add(caller);
                answer(what, caller);
            } catch (IOException | InterruptedException noDescriptorLeft) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    private static void answer(String what, Socket caller) throws IOException, InterruptedException {
        switch (what) {
            case "reset" -> {
                caller.setSoLinger(true, 0);
                caller.close();
            }
            case "ssh" -> caller.getOutputStream().write("SSH-2.0-Stage\r\n".getBytes(StandardCharsets.US_ASCII));
            case "late" -> {
                Thread.sleep(700);
                caller.getOutputStream().write("hello\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            default -> {}
        }
    }
}
