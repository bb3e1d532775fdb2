package dev.porthole.ui.probe;

import dev.porthole.net.SafeText;
import dev.porthole.probe.HumanTime;
import dev.porthole.probe.Part;
import dev.porthole.ui.kit.ClockText;
import dev.porthole.ui.kit.Fxml;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.Visible;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/// The runs of this session, and two of them side by side.
final class RunsView {
    @FXML
    private Parent root;

    @FXML
    private TableView<RunRecord> runs;

    @FXML
    private Label compareNote;

    @FXML
    private GridPane compared;

    RunsView(ObservableList<RunRecord> history) {
        Fxml.load(this);
        runs.setPlaceholder(new Label(Messages.text("probe.runs.none")));
        column("number", 52, run -> run.number());
        column("time", 96, run -> ClockText.time(run.started(), ZoneId.systemDefault()));
        column("target", 190, run -> SafeText.of(run.target()));
        column("verdict", 100, run -> run.verdict().severity().name());
        column("total", 80, run -> HumanTime.of(run.total()));
        column("what", 420, run -> run.verdict().headline());
        runs.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        runs.setItems(history);
        runs.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        runs.getSelectionModel().getSelectedItems().addListener((ListChangeListener<RunRecord>) _ -> compare());
        compare();
    }

    Parent root() {
        return root;
    }

    private void column(String key, double width, Function<RunRecord, Object> value) {
        TableColumn<RunRecord, Object> column = new TableColumn<>(Messages.text("probe.runs." + key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        runs.getColumns().add(column);
    }

    private void compare() {
        List<RunRecord> chosen = runs.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingInt(RunRecord::number))
                .toList();
        compared.getChildren().clear();
        Visible.set(compareNote, chosen.size() != 2);
        // A column may cut the sentence short; here it is whole.
        compareNote.setText(
                chosen.size() == 1
                        ? chosen.getFirst().verdict().headline() + ".\n" + Messages.text("probe.runs.compare.note")
                        : Messages.text("probe.runs.compare.note"));
        if (chosen.size() == 2) {
            show(chosen.getFirst(), chosen.getLast());
        }
    }

    private void show(RunRecord before, RunRecord after) {
        int row = 0;
        add(row++, "", title(before), title(after), Messages.text("probe.runs.difference"));
        add(
                row++,
                Messages.text("probe.runs.verdict"),
                before.verdict().severity().name(),
                after.verdict().severity().name(),
                "");
        for (Part part : Part.values()) {
            Duration first = before.parts().get(part);
            Duration second = after.parts().get(part);
            if (first != null || second != null) {
                add(row++, Messages.text("probe.part." + part.name()), time(first), time(second), gap(first, second));
            }
        }
        add(
                row,
                Messages.text("probe.runs.total"),
                time(before.total()),
                time(after.total()),
                gap(before.total(), after.total()));
    }

    private static String title(RunRecord run) {
        return Messages.text("probe.runs.title", run.number(), ClockText.time(run.started(), ZoneId.systemDefault()));
    }

    private static String time(@Nullable Duration time) {
        return time == null ? "–" : HumanTime.of(time);
    }

    private static String gap(@Nullable Duration first, @Nullable Duration second) {
        if (first == null || second == null) {
            return "";
        }
        Duration gap = second.minus(first);
        String size = HumanTime.of(gap.abs());
        return size.equals(HumanTime.of(Duration.ZERO)) ? "0" : (gap.isNegative() ? "−" : "+") + size;
    }

    private void add(int row, String name, String before, String after, String gap) {
        Label title = new Label(name);
        title.getStyleClass().add("fact-name");
        compared.addRow(row, title, new Label(before), new Label(after), new Label(gap));
    }
}
