/// Where readings come from. Two questions, two interfaces: which sockets exist is one cheap dump, who owns them is a
/// dear walk that needs rights. Each system's answers sit in a room of their own.
package dev.porthole.sockets.source;
