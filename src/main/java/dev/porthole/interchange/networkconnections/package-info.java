/// Linuxfabrik's network-connections: its words in, its line and exit code out. Of the original's behaviour as of 2026,
/// down to the byte.
package dev.porthole.interchange.networkconnections;
