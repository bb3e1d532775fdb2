package dev.porthole.cli;

import dev.porthole.probe.wire.TestKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Debian's servers for the services of check-tcp, on loopback and on ports of the system's choice, as far as they are
/// installed. Started by root they run as nobody, for several of them refuse root or want a user of their own.
final class RealServers implements AutoCloseable {
    private static final List<Path> FOLDERS = Stream.of("/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin")
            .map(Path::of)
            .toList();
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
    private static final long BETWEEN_CALLS = TimeUnit.MILLISECONDS.toNanos(20);

    /// A server program, and what Debian calls the package.
    enum Program {
        VSFTPD("vsftpd", "vsftpd"),
        DOVECOT("dovecot", "dovecot-imapd dovecot-pop3d"),
        EXIM("exim4", "exim4-daemon-light"),
        GEARMAND("gearmand", "gearman-job-server");

        private final String file;
        private final String packages;

        Program(String file, String packages) {
            this.file = file;
            this.packages = packages;
        }

        boolean isInstalled() {
            return FOLDERS.stream().anyMatch(folder -> Files.isExecutable(folder.resolve(file)));
        }

        String lack() {
            return file + " is not installed: apt-get install -y " + packages;
        }

        private String path() {
            return FOLDERS.stream()
                    .map(folder -> folder.resolve(file))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow()
                    .toString();
        }
    }

    /// A port of one of the programs.
    enum Door {
        FTP(Program.VSFTPD),
        POP3(Program.DOVECOT),
        POP3S(Program.DOVECOT),
        IMAP(Program.DOVECOT),
        IMAPS(Program.DOVECOT),
        SMTP(Program.EXIM),
        SMTPS(Program.EXIM),
        GEARMAN(Program.GEARMAND);

        private final Program program;

        Door(Program program) {
            this.program = program;
        }

        Program program() {
            return program;
        }
    }

    private final Path folder;
    private final boolean isRoot = "root".equals(System.getProperty("user.name"));
    private final String user;
    private final String group;
    private final Map<Door, Integer> ports = new EnumMap<>(Door.class);
    private final List<Process> running = new ArrayList<>();

    /// Starts what is installed and returns when all ports answer.
    RealServers(Path folder) throws Exception {
        this.folder = folder;
        user = isRoot ? "nobody" : System.getProperty("user.name");
        group = isRoot
                ? "nogroup"
                : Files.readAttributes(folder, PosixFileAttributes.class)
                        .group()
                        .getName();
        choosePorts();
        writeKeys();
        Files.createDirectories(folder.resolve("empty"));
        Files.createDirectories(folder.resolve("mail"));
        Files.createDirectories(folder.resolve("exim"));
        List<List<String>> commands = new ArrayList<>();
        for (Program program : Program.values()) {
            if (program.isInstalled()) {
                commands.add(command(program));
            }
        }
        handOver();
        for (List<String> command : commands) {
            running.add(start(command));
        }
        for (Door door : Door.values()) {
            if (door.program().isInstalled()) {
                awaitAnswer(door);
            }
        }
    }

    String port(Door door) {
        return Integer.toString(number(door));
    }

    /// The file of the authority that has signed for all of them.
    String authority() {
        return folder.resolve("authority.pem").toString();
    }

    private int number(Door door) {
        Integer port = ports.get(door);
        if (port == null) {
            throw new IllegalStateException("no port for " + door);
        }
        return port;
    }

    /// Held all at once, so that they differ.
    private void choosePorts() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        for (Door door : Door.values()) {
            var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
            held.add(socket);
            ports.put(door, socket.getLocalPort());
        }
        for (ServerSocket socket : held) {
            socket.close();
        }
    }

    private void writeKeys() throws Exception {
        Files.write(
                folder.resolve("authority.pem"), TestKeys.file("authority.pem").toArray());
        KeyStore store = TestKeys.store("served.p12");
        String name = store.aliases().nextElement();
        Key key = store.getKey(name, TestKeys.PASSWORD.toCharArray());
        write("key.pem", pem("PRIVATE KEY", key.getEncoded()));
        write("cert.pem", pem("CERTIFICATE", store.getCertificate(name).getEncoded()));
    }

    private static String pem(String what, byte[] octets) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(octets);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private List<String> command(Program program) throws IOException {
        String path = program.path();
        return switch (program) {
            case VSFTPD -> List.of(path, write("vsftpd.conf", vsftpd()));
            case DOVECOT -> List.of(path, "-F", "-c", write("dovecot.conf", dovecot()));
            case EXIM -> List.of(path, "-bdf", "-C", write("exim.conf", exim()));
            case GEARMAND ->
                List.of(path, "-L", "127.0.0.1", "-p", port(Door.GEARMAN), "-l", folder.resolve("gearmand.log") + "");
        };
    }

    private String vsftpd() {
        return """
                listen=YES
                listen_address=127.0.0.1
                listen_port=%s
                background=NO
                run_as_launching_user=YES
                anonymous_enable=YES
                anon_root=%2$s/empty
                secure_chroot_dir=%2$s/empty
                vsftpd_log_file=%2$s/vsftpd.log
                xferlog_enable=NO
                seccomp_sandbox=NO
                """.formatted(port(Door.FTP), folder);
    }

    private String dovecot() {
        return """
                base_dir = %1$s/dovecot
                state_dir = %1$s/dovecot
                log_path = %1$s/dovecot.log
                protocols = imap pop3
                listen = 127.0.0.1
                default_internal_user = %2$s
                default_login_user = %2$s
                default_internal_group = %3$s
                ssl = yes
                ssl_cert = <%1$s/cert.pem
                ssl_key = <%1$s/key.pem
                mail_location = maildir:%1$s/mail
                passdb {
                  driver = static
                  args = password=none
                }
                service imap-login {
                  chroot =
                  inet_listener imap {
                    port = %4$s
                  }
                  inet_listener imaps {
                    port = %5$s
                  }
                }
                service pop3-login {
                  chroot =
                  inet_listener pop3 {
                    port = %6$s
                  }
                  inet_listener pop3s {
                    port = %7$s
                  }
                }
                service anvil {
                  chroot =
                }
                """.formatted(folder, user, group, port(Door.IMAP), port(Door.IMAPS), port(Door.POP3), port(Door.POP3S));
    }

    private String exim() {
        return """
                primary_hostname = localhost
                exim_user = %4$s
                exim_group = %5$s
                spool_directory = %1$s/exim
                log_file_path = %1$s/exim/%%slog
                pid_file_path = %1$s/exim/pid
                daemon_smtp_ports = %2$s : %3$s
                tls_on_connect_ports = %3$s
                local_interfaces = 127.0.0.1
                tls_advertise_hosts = *
                tls_certificate = %1$s/cert.pem
                tls_privatekey = %1$s/key.pem
                acl_smtp_rcpt = deny
                """.formatted(folder, port(Door.SMTP), port(Door.SMTPS), user, group);
    }

    private void handOver() throws IOException {
        if (!isRoot) {
            return;
        }
        UserPrincipal nobody =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.toList()) {
                Files.setOwner(each, nobody);
            }
        }
    }

    private Process start(List<String> command) throws IOException {
        List<String> words = new ArrayList<>();
        if (isRoot) {
            words.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups", "--"));
        }
        words.addAll(command);
        return new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("out.log").toFile()))
                .start();
    }

    private void awaitAnswer(Door door) throws IOException {
        long end = System.nanoTime() + PATIENCE;
        while (!isOpen(number(door))) {
            if (System.nanoTime() > end) {
                String log = Files.readString(folder.resolve("out.log"));
                close();
                throw new AssertionError(door + " does not answer: " + log);
            }
            LockSupport.parkNanos(BETWEEN_CALLS);
        }
    }

    private static boolean isOpen(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        for (Process each : running) {
            List<ProcessHandle> children = each.descendants().toList();
            each.destroy();
            children.forEach(ProcessHandle::destroy);
            each.onExit().orTimeout(PATIENCE, TimeUnit.NANOSECONDS).join();
        }
    }
}
