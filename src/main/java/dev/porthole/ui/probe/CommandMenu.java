package dev.porthole.ui.probe;

import dev.porthole.interchange.ShellWords;
import dev.porthole.interchange.checktcp.CheckTcpCommand;
import dev.porthole.ui.kit.Clip;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.NoticeBar;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import org.jspecify.annotations.Nullable;

/// The form as a command line of another tool, both ways.
final class CommandMenu {
    private final ObjectProperty<ProbeForm> form;
    private final NoticeBar notice;

    CommandMenu(MenuButton button, ObjectProperty<ProbeForm> form, NoticeBar notice) {
        this.form = form;
        this.notice = notice;
        MenuItem copy = new MenuItem(Messages.text("probe.command.copy"));
        copy.setOnAction(_ -> copy());
        MenuItem paste = new MenuItem(Messages.text("probe.command.paste"));
        paste.setOnAction(_ -> paste(Clipboard.getSystemClipboard().getString()));
        button.getItems().setAll(copy, paste);
    }

    private void copy() {
        switch (form.get().read()) {
            case ProbeForm.Result.Invalid(var sentences) -> notice.warn(String.join("\n", sentences.values()));
            case ProbeForm.Result.Valid(var spec) -> {
                if (Secrets.hides(form.get())) {
                    notice.warn(Messages.text("probe.command.secret"));
                    return;
                }
                CheckTcpCommand command = CheckTcpCommand.of(spec);
                Clip.put(ShellWords.join(command.words()));
                if (command.lost().isEmpty()) {
                    notice.tell(Messages.text("probe.command.copied"));
                } else {
                    notice.warn(Messages.text("probe.command.lost", String.join("; ", command.lost())));
                }
            }
        }
    }

    /// Fills the form, or says why it does not. Nothing runs.
    void paste(@Nullable String text) {
        if (text == null || text.isBlank()) {
            notice.warn(Messages.text("probe.command.empty"));
            return;
        }
        try {
            CheckTcpForm read = CheckTcpForm.read(text);
            form.set(read.form());
            String notes = String.join(" ", read.notes());
            notice.tell(Messages.text("probe.command.pasted", notes).strip());
        } catch (IllegalArgumentException refused) {
            notice.warn(Messages.text("probe.command.refused", String.valueOf(refused.getMessage())));
        }
    }
}
