package dev.porthole.ui.datadog;

import java.io.File;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Takes one file that is dropped onto a screen.
public final class FileDrop {
    private FileDrop() {}

    public static void on(Node screen, Consumer<File> taker) {
        screen.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (isFile(event)) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        screen.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            if (isFile(event)) {
                taker.accept(event.getDragboard().getFiles().getFirst());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    private static boolean isFile(DragEvent event) {
        return event.getDragboard().hasFiles()
                && event.getDragboard().getFiles().size() == 1;
    }
}
