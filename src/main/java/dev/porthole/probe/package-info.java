/// A probe is data, its run is data, and its judgement is a function: a [dev.porthole.probe.ProbeSpec] says whom to
/// call and what to say, a [dev.porthole.probe.Trace] tells what happened phase by phase, and
/// [dev.porthole.probe.Judge] makes a [dev.porthole.probe.Verdict] of the two. Nothing here opens a socket or reads a
/// clock; that is the work of `probe.wire`.
package dev.porthole.probe;
