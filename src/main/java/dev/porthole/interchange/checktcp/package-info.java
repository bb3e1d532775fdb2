/// Mackerel's check-tcp, word for word: its options as its own parser reads them, the probe that they ask for, and the
/// line and exit code that it would print. What it reads is one segment, what it limits is each phase; both are said
/// through the same [dev.porthole.probe.ProbeSpec] that our own probes use.
package dev.porthole.interchange.checktcp;
