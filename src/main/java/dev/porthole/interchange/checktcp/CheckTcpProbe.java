package dev.porthole.interchange.checktcp;

import dev.porthole.probe.ProbeSpec;

/// A probe to run, and the report that makes the answer of its trace.
public record CheckTcpProbe(ProbeSpec spec, CheckTcpReport report) implements CheckTcpCall {}
