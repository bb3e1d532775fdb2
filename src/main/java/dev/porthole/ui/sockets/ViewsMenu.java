package dev.porthole.ui.sockets;

import dev.porthole.net.Protocol;
import dev.porthole.net.SafeText;
import dev.porthole.net.SocketState;
import dev.porthole.profile.Settings;
import dev.porthole.sockets.query.Reach;
import dev.porthole.ui.kit.Messages;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/// The menu of saved views: the ready ones, which stay, and the user's own.
final class ViewsMenu {
    private static final List<SavedView> READY = List.of(
            SavedView.of(Messages.text("sockets.view.listening"), "state:listen"),
            SavedView.of(Messages.text("sockets.view.established"), "state:established !lo"),
            SavedView.of(Messages.text("sockets.view.close-wait"), "state:close_wait"),
            SavedView.of(Messages.text("sockets.view.queues"), "queue:>0"));

    private final MenuButton button;
    private final SocketsViewModel model;
    private final ColumnMenu columns;
    private SavedViews own;
    /// How the table looked before a view changed it, and how it looked then.
    private @Nullable Change change;

    private record Change(SocketsLayout before, SocketsLayout after) {}

    ViewsMenu(MenuButton button, SocketsViewModel model, ColumnMenu columns, Settings settings) {
        this.button = button;
        this.model = model;
        this.columns = columns;
        own = SavedViews.from(settings);
        fill();
    }

    Settings remember(Settings settings) {
        return own.into(settings);
    }

    /// Takes back what a view did to columns and order, unless the user has changed them since.
    void leave() {
        if (change != null && change.after().looksLike(layout())) {
            apply(change.before());
        }
        change = null;
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>();
        READY.forEach(view -> items.add(item(view, this::choose)));
        items.add(new SeparatorMenuItem());
        if (!own.all().isEmpty()) {
            own.all().forEach(view -> items.add(item(view, this::choose)));
            items.add(new SeparatorMenuItem());
        }
        MenuItem save = new MenuItem(Messages.text("sockets.views.save"));
        save.setId("save-view");
        save.setOnAction(_ -> save());
        items.add(save);
        if (!own.all().isEmpty()) {
            items.add(menu(Messages.text("sockets.views.rename"), this::rename));
            items.add(menu(Messages.text("sockets.views.delete"), view -> change(own.without(view.name()))));
        }
        button.getItems().setAll(items);
    }

    private Menu menu(String text, Consumer<SavedView> action) {
        Menu menu = new Menu(text);
        own.all().forEach(view -> menu.getItems().add(item(view, action)));
        return menu;
    }

    private static MenuItem item(SavedView view, Consumer<SavedView> action) {
        MenuItem item = new MenuItem(SafeText.readable(view.name()));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.accept(view));
        return item;
    }

    private void change(SavedViews now) {
        own = now;
        fill();
    }

    private void choose(SavedView view) {
        SocketsLayout wanted = view.layout();
        if (wanted != null) {
            SocketsLayout before = change == null ? layout() : change.before();
            apply(wanted);
            change = new Change(before, layout());
        }
        model.apply(view);
    }

    private void save() {
        ask(Messages.text("sockets.views.save.title"), "").ifPresent(name -> change(own.with(current(name))));
    }

    private void rename(SavedView view) {
        ask(Messages.text("sockets.views.rename.title"), view.name())
                .ifPresent(name -> change(own.without(view.name()).with(view.named(name))));
    }

    private Optional<String> ask(String title, String before) {
        return new ViewNameDialog(title, before, name -> remark(name, before))
                .ask(button.getScene().getWindow());
    }

    private ViewNameDialog.Remark remark(String name, String before) {
        if (READY.stream().anyMatch(view -> SavedViews.same(view.name(), name))) {
            return new ViewNameDialog.Remark(Messages.text("sockets.views.name.ready"), false);
        }
        if (SavedViews.same(name, before)) {
            return new ViewNameDialog.Remark("", true);
        }
        if (own.named(name).isPresent()) {
            return new ViewNameDialog.Remark(Messages.text("sockets.views.name.replaces"), true);
        }
        boolean full = before.isEmpty() && own.all().size() >= SavedViews.MOST;
        return new ViewNameDialog.Remark(
                full ? Messages.text("sockets.views.name.full", SavedViews.MOST) : "", !full && !name.isBlank());
    }

    private SavedView current(String name) {
        return new SavedView(
                name,
                model.searchProperty().get(),
                without(EnumSet.allOf(Protocol.class), model.protocols()),
                without(EnumSet.allOf(SocketState.class), model.states()),
                without(EnumSet.allOf(Reach.class), model.reaches()),
                layout());
    }

    private static <E extends Enum<E>> Set<E> without(EnumSet<E> all, Set<E> shown) {
        all.removeAll(shown);
        return all;
    }

    private SocketsLayout layout() {
        return columns.layout(model.orderProperty().get());
    }

    private void apply(SocketsLayout layout) {
        columns.apply(layout);
        model.orderProperty().set(layout.order());
    }
}
