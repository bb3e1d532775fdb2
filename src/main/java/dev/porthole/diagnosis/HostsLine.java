package dev.porthole.diagnosis;

import dev.porthole.net.SafeText;

/// A line of the hosts file that names the host.
///
/// @param file its path
/// @param number of the line, from 1
public record HostsLine(String file, int number, String address) {
    /// `/etc/hosts line 7`.
    public String inWords() {
        return SafeText.of(file) + " line " + number;
    }
}
