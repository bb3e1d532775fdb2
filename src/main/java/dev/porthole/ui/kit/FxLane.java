package dev.porthole.ui.kit;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The only way from other threads to the FX thread: what has values to show publishes them on a [Lane] over this.
public final class FxLane {
    public static final Executor FX = Platform::runLater;

    private FxLane() {}
}
