/// Every system: sockets and their owners through OSHI, with its spellings and traps put right. The only place that
/// knows OSHI.
package dev.porthole.sockets.source.oshi;
