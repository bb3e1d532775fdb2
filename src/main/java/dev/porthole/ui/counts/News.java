package dev.porthole.ui.counts;

import dev.porthole.counts.AlertChange;
import dev.porthole.counts.TopOwner;
import java.util.Optional;

/// A change of an alert that is to be told, and the process that it points to, where one is known.
record News(AlertChange change, Optional<TopOwner> owner) {}
