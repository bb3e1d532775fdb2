package dev.porthole.diagnosis;

/// A line of the hosts file that names the host.
///
/// @param file its path
/// @param number of the line, from 1
public record HostsLine(String file, int number, String address) {}
