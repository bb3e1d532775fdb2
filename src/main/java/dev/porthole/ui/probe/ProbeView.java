package dev.porthole.ui.probe;

import dev.porthole.engine.Prober;
import dev.porthole.probe.Presets;
import dev.porthole.profile.Settings;
import dev.porthole.ui.kit.FxLane;
import dev.porthole.ui.kit.Fxml;
import dev.porthole.ui.kit.Messages;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.controlsfx.control.SearchableComboBox;

/// The screen of the probe: the form at the left, the result at the right.
public final class ProbeView {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    @FXML
    private BorderPane root;

    @FXML
    private SearchableComboBox<ServiceChoice> service;

    @FXML
    private TextField host;

    @FXML
    private TextField port;

    @FXML
    private CheckBox tls;

    @FXML
    private CheckBox checkCertificate;

    @FXML
    private TextField send;

    @FXML
    private TextField expect;

    @FXML
    private TextField quit;

    @FXML
    private CheckBox escapes;

    @FXML
    private Label quitNote;

    @FXML
    private TextField timeout;

    @FXML
    private TextField warning;

    @FXML
    private TextField critical;

    @FXML
    private Label addressWrong;

    @FXML
    private Label expectWrong;

    @FXML
    private Label limitsWrong;

    @FXML
    private Button run;

    @FXML
    private Button cancel;

    @FXML
    private Button datadog;

    private final ProbeViewModel model;
    private final ResultView result = new ResultView();
    private final Map<ProbeField, TextField> fields = new EnumMap<>(ProbeField.class);
    private boolean filling;

    public ProbeView(Prober prober, Settings settings) {
        Fxml.load(this);
        model = new ProbeViewModel((spec, whenDone) -> prober.start(spec, whenDone)::cancel, FxLane.FX);
        root.setCenter(result.root());
        fields.put(ProbeField.HOST, host);
        fields.put(ProbeField.PORT, port);
        fields.put(ProbeField.EXPECT, expect);
        fields.put(ProbeField.TIMEOUT, timeout);
        fields.put(ProbeField.WARNING, warning);
        fields.put(ProbeField.CRITICAL, critical);
        offerPresets();
        bind();
        fill(ProbeSettings.from(settings));
        result.show(model.stateProperty().get());
    }

    public Parent root() {
        return root;
    }

    public Settings remember(Settings settings) {
        return ProbeSettings.into(settings, typed());
    }

    /// Fills the form for this target; nothing runs yet.
    ///
    /// @param seconds the time-out
    public void prepare(String target, String targetPort, String seconds) {
        host.setText(target);
        port.setText(targetPort);
        timeout.setText(seconds);
    }

    /// What the button of the Datadog file does.
    public void onDatadog(Runnable opener) {
        datadog.setOnAction(_ -> opener.run());
    }

    /// Puts the keyboard where a probe begins.
    public void focusHost() {
        host.requestFocus();
        host.selectAll();
    }

    private void offerPresets() {
        service.getItems().add(ServiceChoice.NONE);
        Presets.all().forEach(preset -> service.getItems().add(new ServiceChoice(preset)));
        service.setValue(ServiceChoice.NONE);
        service.valueProperty().addListener((_, _, now) -> {
            if (now != null && now.preset() != null) {
                fill(typed().with(now.preset()));
            }
        });
    }

    private void bind() {
        for (TextField field : new TextField[] {host, port, send, expect, quit, timeout, warning, critical}) {
            field.textProperty().addListener((_, _, _) -> edited());
        }
        for (CheckBox box : new CheckBox[] {tls, checkCertificate, escapes}) {
            box.selectedProperty().addListener((_, _, _) -> edited());
        }
        checkCertificate.disableProperty().bind(tls.selectedProperty().not());
        quitNote.textProperty()
                .bind(Bindings.when(escapes.selectedProperty())
                        .then(Messages.text("probe.quit.as-typed"))
                        .otherwise(Messages.text("probe.quit.crlf")));
        var running = Bindings.createBooleanBinding(
                () -> model.stateProperty().get() instanceof ProbeState.Running, model.stateProperty());
        run.disableProperty().bind(running);
        cancel.disableProperty().bind(running.not());
        model.wrongProperty().addListener((_, _, now) -> showWrong(now));
        model.stateProperty().addListener((_, _, now) -> result.show(now));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        showWrong(Map.of());
    }

    private ProbeForm typed() {
        return new ProbeForm(
                host.getText(),
                port.getText(),
                tls.isSelected(),
                checkCertificate.isSelected(),
                send.getText(),
                expect.getText(),
                quit.getText(),
                escapes.isSelected(),
                timeout.getText(),
                warning.getText(),
                critical.getText());
    }

    private void fill(ProbeForm form) {
        filling = true;
        host.setText(form.host());
        port.setText(form.port());
        tls.setSelected(form.tls());
        checkCertificate.setSelected(form.checkCertificate());
        send.setText(form.send());
        expect.setText(form.expect());
        quit.setText(form.quit());
        escapes.setSelected(form.escapes());
        timeout.setText(form.timeout());
        warning.setText(form.warning());
        critical.setText(form.critical());
        filling = false;
        edited();
    }

    private void edited() {
        if (!filling) {
            model.formProperty().set(typed());
        }
    }

    @FXML
    void run() {
        model.run();
        Map<ProbeField, String> wrong = model.wrongProperty().get();
        fields.entrySet().stream()
                .filter(field -> wrong.containsKey(field.getKey()))
                .findFirst()
                .ifPresent(field -> field.getValue().requestFocus());
    }

    @FXML
    void cancel() {
        model.cancel();
    }

    private void showWrong(Map<ProbeField, String> wrong) {
        fields.forEach((name, field) -> field.pseudoClassStateChanged(DANGER, wrong.containsKey(name)));
        tell(addressWrong, wrong, ProbeField.HOST, ProbeField.PORT);
        tell(expectWrong, wrong, ProbeField.EXPECT);
        tell(limitsWrong, wrong, ProbeField.TIMEOUT, ProbeField.WARNING, ProbeField.CRITICAL);
    }

    private static void tell(Label label, Map<ProbeField, String> wrong, ProbeField... about) {
        StringBuilder sentences = new StringBuilder();
        for (ProbeField field : about) {
            String sentence = wrong.get(field);
            if (sentence != null) {
                sentences.append(sentences.isEmpty() ? "" : "\n").append(sentence);
            }
        }
        label.setText(sentences.toString());
        label.setVisible(!sentences.isEmpty());
        label.setManaged(!sentences.isEmpty());
    }

    private void key(KeyEvent event) {
        boolean running = model.stateProperty().get() instanceof ProbeState.Running;
        if (event.getCode() == KeyCode.ESCAPE && running) {
            cancel();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextField) {
            run();
            event.consume();
        } else if (new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN).match(event)) {
            focusHost();
            event.consume();
        }
    }
}
