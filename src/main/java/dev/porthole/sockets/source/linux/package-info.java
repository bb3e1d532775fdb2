/// Linux: `/proc/net/{tcp,tcp6,udp,udp6}` for the sockets, `/proc/PID/fd` for their owners. The parsers are functions
/// over bytes; only the two sources open files.
package dev.porthole.sockets.source.linux;
