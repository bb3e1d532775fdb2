package dev.porthole.sockets;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a control group is to people: the service or container in which a socket was made.
///
/// @param name `nginx.service`; of a container the first 12 digits of its id, or its name; of a plain group its path
public record Unit(Kind kind, String name) {
    private static final int ID_SHOWN = 12;

    /// Docker, Podman, containerd, CRI-O under systemd: `docker-ID.scope`, `libpod-ID.scope`,
    // `cri-containerd-ID.scope`.
    private static final Pattern CONTAINER_SCOPE = Pattern.compile("(?:[a-z-]+-)?([0-9a-f]{64})(?:\\.scope)?");
    /// LXC and LXD: `lxc.payload.NAME`, under cgroup v1 naming `lxc/NAME`.
    private static final Pattern LXC = Pattern.compile("lxc\\.payload(?:\\.(.+))?");
    /// A container of systemd-nspawn, a virtual machine of libvirt.
    private static final Pattern NSPAWN = Pattern.compile("systemd-nspawn@(.+)\\.service");
    private static final Pattern MACHINE = Pattern.compile("machine-(.+)\\.scope");
    /// How systemd writes other characters than letters and digits (systemd-escape(1)).
    private static final Pattern ESCAPE = Pattern.compile("\\\\x([0-9a-f]{2})");

    /// What kind of thing it is, as a word of files in lower case.
    public enum Kind {
        SERVICE,
        /// Processes that systemd watches and did not start: a login, an app of the desktop.
        SCOPE,
        SLICE,
        CONTAINER,
        /// None that a known program names so.
        GROUP
    }

    /// Reads the path of a cgroup v2 folder below its mount point; empty for the root, which is nothing by itself.
    public static Optional<Unit> parse(String path) {
        String[] segments = path.split("/", -1);
        // What runs inside a container may have services of its own: the container says more.
        for (int i = segments.length - 1; i >= 0; i--) {
            Optional<Unit> container = container(segments, i);
            if (container.isPresent()) {
                return container;
            }
        }
        for (int i = segments.length - 1; i >= 0; i--) {
            Optional<Kind> kind = kind(segments[i]);
            if (kind.isPresent()) {
                return Optional.of(new Unit(kind.get(), unescaped(segments[i])));
            }
        }
        String rest = path.replaceAll("^/+|/+$", "");
        return rest.isEmpty() ? Optional.empty() : Optional.of(new Unit(Kind.GROUP, rest));
    }

    private static Optional<Unit> container(String[] segments, int i) {
        String segment = segments[i];
        // The monitor of a container of Podman, which runs outside.
        if (segment.contains("-conmon-")) {
            return Optional.empty();
        }
        Matcher id = CONTAINER_SCOPE.matcher(segment);
        if (id.matches()) {
            return container(id.group(1).substring(0, ID_SHOWN));
        }
        Matcher lxc = LXC.matcher(segment);
        if (lxc.matches()) {
            String name = lxc.group(1);
            return name != null
                    ? container(name)
                    : i + 1 < segments.length ? container(segments[i + 1]) : Optional.empty();
        }
        if (i > 0 && segments[i - 1].equals("lxc") && !segment.isEmpty()) {
            return container(segment);
        }
        for (Pattern machine : new Pattern[] {NSPAWN, MACHINE}) {
            Matcher named = machine.matcher(segment);
            if (named.matches()) {
                return container(unescaped(named.group(1)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Unit> container(String name) {
        return Optional.of(new Unit(Kind.CONTAINER, name));
    }

    private static Optional<Kind> kind(String segment) {
        if (segment.endsWith(".service")) {
            return Optional.of(Kind.SERVICE);
        }
        if (segment.endsWith(".scope")) {
            return Optional.of(Kind.SCOPE);
        }
        return segment.endsWith(".slice") ? Optional.of(Kind.SLICE) : Optional.empty();
    }

    private static String unescaped(String name) {
        return ESCAPE.matcher(name)
                .replaceAll(found ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(found.group(1), 16))));
    }
}
