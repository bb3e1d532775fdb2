package dev.porthole.probe.wire;

import dev.porthole.probe.Phase;
import org.jspecify.annotations.Nullable;

/// A phase that makes a connection or raises one, and what it made if it went well.
record Dialled<P extends Phase>(P phase, @Nullable Line line) {}
