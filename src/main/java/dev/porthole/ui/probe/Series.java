package dev.porthole.ui.probe;

import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.NoticeBar;
import java.time.Duration;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;

/// The button that repeats a probe, with the seconds beside it.
final class Series {
    private final ToggleButton button;
    private final TextField interval;
    private final ProbeViewModel model;
    private final NoticeBar notice;

    Series(ToggleButton button, TextField interval, ProbeViewModel model, NoticeBar notice) {
        this.button = button;
        this.interval = interval;
        this.model = model;
        this.notice = notice;
        model.everyProperty().subscribe(this::show);
    }

    private void show(@Nullable Duration every) {
        boolean runs = every != null;
        button.setSelected(runs);
        button.setText(Messages.text(runs ? "probe.repeat.stop" : "probe.repeat"));
        interval.setDisable(runs);
    }

    /// Begins one, ends the one that runs, or says why the seconds are none.
    void toggle() {
        if (model.everyProperty().get() != null) {
            model.cancel();
            return;
        }
        Fields read = new Fields(ProbeForm.EMPTY.with(ProbeField.DELAY, interval.getText()));
        Duration every = read.seconds(ProbeField.DELAY);
        if (every == null) {
            button.setSelected(false);
            notice.warn(Messages.text("probe.wrong.interval", interval.getText()));
            interval.requestFocus();
        } else {
            model.repeat(every);
            // A form that is wrong has ended it at once.
            show(model.everyProperty().get());
        }
    }
}
