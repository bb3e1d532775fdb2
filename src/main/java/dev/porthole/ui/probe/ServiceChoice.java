package dev.porthole.ui.probe;

import dev.porthole.probe.Preset;
import dev.porthole.ui.kit.Messages;
import org.jspecify.annotations.Nullable;

/// An entry of the list of services.
///
/// @param preset null: no preset, the form stays as it is
record ServiceChoice(@Nullable Preset preset) {
    static final ServiceChoice NONE = new ServiceChoice(null);

    /// As the list shows it.
    @Override
    public String toString() {
        return preset == null
                ? Messages.text("probe.service.none")
                : Messages.text("probe.service." + preset.name(), Integer.toString(preset.port()));
    }
}
