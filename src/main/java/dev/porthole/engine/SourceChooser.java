package dev.porthole.engine;

import dev.porthole.counts.SystemLimits;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Reading;
import dev.porthole.sockets.source.LimitsSource;
import dev.porthole.sockets.source.SocketSource;
import dev.porthole.sockets.source.Sources;
import dev.porthole.sockets.source.linux.NetlinkSource;
import dev.porthole.sockets.source.linux.ProcLimits;
import dev.porthole.sockets.source.linux.ProcNetSource;
import dev.porthole.sockets.source.linux.ProcOwnerSource;
import dev.porthole.sockets.source.oshi.OshiSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Picks the best source that answers: on Linux the kernel's own tables, elsewhere and in need OSHI. Why a better one
/// was refused is kept, to be shown.
final class SourceChooser {
    private SourceChooser() {}

    /// The first source that answers.
    ///
    /// @throws IOException if none does; the message names each and why
    static Sources choose() throws IOException {
        List<Gap> refusals = new ArrayList<>();
        for (Choice choice : Choice.values()) {
            if (!choice.suitsThisSystem()) {
                continue;
            }
            Sources sources = choice.open();
            Optional<Gap> refusal = refusal(sources.sockets());
            if (refusal.isEmpty()) {
                return new Sources(sources.sockets(), sources.owners(), refusals);
            }
            sources.sockets().close();
            refusals.add(refusal.get());
        }
        throw new IOException("no way to read sockets works here: "
                + refusals.stream()
                        .map(gap -> gap.subject() + ": " + gap.detail())
                        .collect(Collectors.joining("; ")));
    }

    /// What bounds the sockets of this system; elsewhere than on Linux nothing is known.
    static LimitsSource limits() {
        return Choice.PROC.suitsThisSystem() ? new ProcLimits(Path.of("/proc")) : () -> SystemLimits.UNKNOWN;
    }

    /// One reading of the first source that answers, for who needs no second one. Here /proc comes before netlink: it
    /// takes the kernel longer, but calls of native functions cost a program that has just begun more than that.
    ///
    /// @throws IOException if none does; the message names each and why
    static Reading readOnce() throws IOException {
        List<String> refusals = new ArrayList<>();
        for (Choice choice : List.of(Choice.PROC, Choice.NETLINK, Choice.OSHI)) {
            if (choice.suitsThisSystem()) {
                try (SocketSource source = choice.open().sockets()) {
                    return source.read();
                } catch (IOException e) {
                    refusals.add(choice.word() + ": " + e.getMessage());
                }
            }
        }
        throw new IOException("no way to read sockets works here: " + String.join("; ", refusals));
    }

    private static Optional<Gap> refusal(SocketSource source) {
        try {
            source.read();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new Gap(Gap.Kind.SOURCE_REFUSED, source.name(), 1, String.valueOf(e.getMessage())));
        }
    }

    /// In the order in which they are tried.
    enum Choice {
        NETLINK {
            @Override
            boolean suitsThisSystem() {
                return PROC.suitsThisSystem();
            }

            @Override
            Sources open() {
                return new Sources(new NetlinkSource(), new ProcOwnerSource(Path.of("/proc")), List.of());
            }
        },
        PROC {
            @Override
            boolean suitsThisSystem() {
                return System.getProperty("os.name", "").startsWith("Linux");
            }

            @Override
            Sources open() {
                Path proc = Path.of("/proc");
                return new Sources(new ProcNetSource(proc), new ProcOwnerSource(proc), List.of());
            }
        },
        OSHI {
            @Override
            boolean suitsThisSystem() {
                return true;
            }

            @Override
            Sources open() {
                OshiSource oshi = new OshiSource();
                return new Sources(oshi, oshi, List.of());
            }
        };

        abstract boolean suitsThisSystem();

        abstract Sources open();

        /// `netlink`, `proc`, `oshi`.
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// This very source, whether or not it is the best.
    ///
    /// @throws IOException if it does not work here
    static Sources open(Choice choice) throws IOException {
        if (!choice.suitsThisSystem()) {
            throw new IOException("this system has no " + choice.word());
        }
        Sources sources = choice.open();
        sources.sockets().read();
        return sources;
    }
}
