package dev.porthole.sockets;

import dev.porthole.net.Endpoint;
import dev.porthole.net.Protocol;

/// What makes a row the same row in the next reading.
///
/// @param identity the source's own mark, which tells SO_REUSEPORT listeners and a reused port apart: the kernel's
///     inode, or a running number where the system gives none; 0 for the rows that the kernel keeps without an inode
///     (TIME_WAIT, SYN_RECV), whose endpoints are unique
public record SocketKey(Protocol protocol, Endpoint local, Endpoint remote, long identity) {}
