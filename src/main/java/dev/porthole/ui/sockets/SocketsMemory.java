package dev.porthole.ui.sockets;

import dev.porthole.profile.Settings;
import javafx.scene.control.ToggleButton;

/// What is remembered of the screen from one start to the next.
final class SocketsMemory {
    private static final String HIGHLIGHT = "sockets.highlight";
    private static final String SEARCH = "sockets.search";
    private static final String INSPECTOR = "sockets.inspector";

    private final SocketsViewModel model;
    private final ColumnMenu columns;
    private final ViewsMenu views;
    private final ToggleButton inspect;

    SocketsMemory(SocketsViewModel model, ColumnMenu columns, ViewsMenu views, ToggleButton inspect) {
        this.model = model;
        this.columns = columns;
        this.views = views;
        this.inspect = inspect;
    }

    void restore(Settings settings) {
        SocketsLayout layout = SocketsLayout.from(settings);
        columns.apply(layout);
        model.orderProperty().set(layout.order());
        model.searchProperty().set(settings.get(SEARCH).orElse(""));
        settings.get(HIGHLIGHT).flatMap(Highlight::parse).ifPresent(model.highlightProperty()::set);
        inspect.setSelected(settings.get(INSPECTOR).filter("true"::equals).isPresent());
    }

    Settings remember(Settings settings) {
        Settings layout = columns.layout(model.orderProperty().get()).into(settings);
        return views.remember(layout)
                .with(HIGHLIGHT, model.highlightProperty().get().word())
                .with(SEARCH, model.searchProperty().get())
                .with(INSPECTOR, Boolean.toString(inspect.isSelected()));
    }
}
