package dev.porthole.ui.probe;

import dev.porthole.net.SafeText;
import dev.porthole.profile.Settings;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.NoticeBar;
import dev.porthole.ui.kit.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputDialog;
import org.jspecify.annotations.Nullable;

/// The menu of the user's named probes.
final class SavedMenu {
    private static final int LONGEST_NAME = 60;

    private final MenuButton button;
    private final ObjectProperty<ProbeForm> form;
    private final NoticeBar notice;
    private SavedProbes saved;
    private @Nullable SavedProbes beforeDelete;

    SavedMenu(MenuButton button, ObjectProperty<ProbeForm> form, NoticeBar notice, Settings settings) {
        this.button = button;
        this.form = form;
        this.notice = notice;
        saved = SavedProbes.from(settings);
        fill();
    }

    Settings remember(Settings settings) {
        return saved.into(settings);
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>();
        saved.all().forEach(probe -> items.add(item(probe, this::load)));
        if (!saved.all().isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.add(item("probe.save", this::save));
        if (!saved.all().isEmpty()) {
            Menu delete = new Menu(Messages.text("probe.delete"));
            saved.all().forEach(probe -> delete.getItems().add(item(probe, this::delete)));
            items.add(delete);
        }
        if (beforeDelete != null) {
            items.add(item("probe.delete.undo", this::undo));
        }
        items.add(new SeparatorMenuItem());
        items.add(item("probe.clear", () -> form.set(ProbeForm.EMPTY)));
        // Else the open submenu of an item that goes would stay on the screen.
        button.hide();
        button.getItems().setAll(items);
    }

    private static MenuItem item(SavedProbes.Named probe, Consumer<SavedProbes.Named> action) {
        MenuItem item = new MenuItem(SafeText.readable(probe.name()));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.accept(probe));
        return item;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Messages.text(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void load(SavedProbes.Named probe) {
        form.set(probe.form());
        if (probe.hidden()) {
            notice.warn(Messages.text("probe.loaded.hidden", SafeText.readable(probe.name())));
        }
    }

    private void save() {
        TextInputDialog dialog = new TextInputDialog(form.get().get(ProbeField.HOST));
        dialog.initOwner(button.getScene().getWindow());
        dialog.setTitle(Messages.text("probe.save.title"));
        dialog.setHeaderText(Messages.text("probe.save.header"));
        dialog.setGraphic(null);
        dialog.setContentText(Messages.text("probe.save.name"));
        Theme.dress(dialog.getDialogPane().getScene());
        dialog.showAndWait().map(String::strip).filter(name -> !name.isEmpty()).ifPresent(this::save);
    }

    private void save(String name) {
        boolean replaces = saved.named(name).isPresent();
        if (saved.isFull() && !replaces) {
            notice.warn(Messages.text("probe.save.full", SavedProbes.MOST));
            return;
        }
        String kept = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        SavedProbes.Named probe = SavedProbes.Named.of(kept, form.get());
        saved = saved.with(probe);
        fill();
        String done = replaces ? "probe.saved.replaced" : "probe.saved.done";
        notice.tell(Messages.text(probe.hidden() ? "probe.saved.hidden" : done, SafeText.readable(kept)));
    }

    private void delete(SavedProbes.Named probe) {
        beforeDelete = saved;
        saved = saved.without(probe.name());
        fill();
        notice.tell(Messages.text("probe.deleted", SafeText.readable(probe.name())));
    }

    private void undo() {
        if (beforeDelete != null) {
            saved = beforeDelete;
            beforeDelete = null;
            fill();
        }
    }
}
