/// The dialogue with the world: looks up names, opens connections, raises them to TLS, sends and reads, and writes down
/// each phase with its times. One virtual thread runs a probe in blocking code; one timer thread ends it by closing its
/// sockets. Causes are told by the class of an exception, the phase, and who ended it, never by a message.
package dev.porthole.probe.wire;
