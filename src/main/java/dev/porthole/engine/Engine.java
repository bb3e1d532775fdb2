package dev.porthole.engine;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where command line and window begin: makes the parts that act.
public final class Engine {
    /// Names of the sources that can be asked for: `netlink`, `proc`, `oshi`.
    public static List<String> sourceNames() {
        return Arrays.stream(SourceChooser.Choice.values())
                .map(SourceChooser.Choice::word)
                .toList();
    }

    private Engine() {}

    public static UserSettings settings() {
        return new UserSettings();
    }

    /// A monitor on the best source of this machine.
    ///
    /// @param patience see [SocketMonitor]
    /// @throws IOException if no source works; the message names each and why
    public static SocketMonitor monitor(Duration patience) throws IOException {
        return new SocketMonitor(SourceChooser.choose(), Clock.systemUTC(), patience);
    }

    /// Counts on the best source of this machine, without owners.
    ///
    /// @throws IOException if no source works; the message names each and why
    public static TallySource tallies() throws IOException {
        return new TallySource(SourceChooser.choose(), SourceChooser.limits(), Clock.systemUTC());
    }

    /// The journal of this user's counts on this machine, with what was kept of earlier days.
    public static CountJournal countJournal() {
        return CountJournal.open(SourceChooser.limits(), UserSettings.folder());
    }

    public static DesktopNotice desktopNotice() {
        return DesktopNotice.on(Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    /// A journal that is kept nowhere, for a picture or a test.
    public static CountJournal passingCountJournal() {
        return CountJournal.passing(SourceChooser.limits());
    }

    /// A monitor on this very source.
    ///
    /// @param source one of [#sourceNames]
    /// @throws IOException if it does not work here
    public static SocketMonitor monitor(String source, Duration patience) throws IOException {
        for (SourceChooser.Choice choice : SourceChooser.Choice.values()) {
            if (choice.word().equals(source)) {
                return new SocketMonitor(SourceChooser.open(choice), Clock.systemUTC(), patience);
            }
        }
        throw new IOException("there is no source " + source + ", only " + String.join(", ", sourceNames()));
    }
}
