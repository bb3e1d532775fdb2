package dev.porthole.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.porthole.diagnosis.Diagnosis;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Pointer;
import dev.porthole.diagnosis.rule.Rules;
import dev.porthole.ui.kit.Theme;
import dev.porthole.ui.probe.FindingsView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;

/// The cards of the findings, with the seed of all of it: `localhost` is `::1` first.
@Tag("window")
class FindingsScreenTest extends WindowTest {
    private static List<Finding> findings() {
        var seed = dev.porthole.diagnosis.Scene.tcp("localhost", 1000)
                .refused("::1")
                .listens(1000)
                .evidence();
        var silent = dev.porthole.diagnosis.Scene.tcp("db", 5432)
                .silent("10.9.9.9")
                .hosts(7, "10.9.9.9")
                .otherPort("10.9.9.9", 22, false)
                .evidence();
        var rules = new Diagnosis(Rules.ALL);
        List<Finding> all = new ArrayList<>(rules.of(seed));
        all.addAll(rules.of(silent));
        return all;
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void aFindingLeadsToItsSocket(Theme.Choice look) throws TimeoutException {
        List<Pointer> shown = new ArrayList<>();
        Stage window = FxToolkit.registerStage(Stage::new);
        FxToolkit.setupFixture(() -> {
            var view = new FindingsView(new FindingsView.Guide() {
                @Override
                public void show(Pointer pointer) {
                    shown.add(pointer);
                }

                @Override
                public String phase(int index) {
                    return "Answer";
                }
            });
            assertFalse(view.root().isManaged());
            view.show(findings());
            var box = new VBox(view.root());
            box.getStyleClass().add("probe-done");
            var _ = new Theme(look);
            window.setScene(new Scene(box, 820, 640));
            Theme.dress(window.getScene());
            window.show();
        });
        eventually("the first link", () -> lookup(".hyperlink").tryQuery().isPresent());
        interact(() -> lookup(".hyperlink").queryAs(Hyperlink.class).fire());
        assertEquals(findings().getFirst().pointers().getFirst(), shown.getFirst());
        interact(() -> {
            Screenshot.write(window.getScene(), Path.of("target", "findings-" + look + ".png"));
            return null;
        });
        FxToolkit.setupFixture(window::close);
    }
}
