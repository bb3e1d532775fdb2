/// The only native calls: a `sock_diag` netlink socket is opened, asked, heard and closed here, and the C library
/// says its error texts. What the bytes mean is the codec's business, in the room above.
package dev.porthole.sockets.source.linux.ffi;
