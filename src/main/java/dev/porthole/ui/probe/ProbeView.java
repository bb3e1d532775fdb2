package dev.porthole.ui.probe;

import dev.porthole.diagnosis.Finding;
import dev.porthole.engine.Explainer;
import dev.porthole.engine.OtherPortPolicy;
import dev.porthole.engine.ProbeResult;
import dev.porthole.engine.ServiceList;
import dev.porthole.net.HostPort;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Service;
import dev.porthole.profile.Settings;
import dev.porthole.sockets.SocketKey;
import dev.porthole.ui.kit.FxLane;
import dev.porthole.ui.kit.Fxml;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.NoticeBar;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tab;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;

/// The screen of the probe: the form at the left, the result and the runs at the right.
public final class ProbeView {
    private static final double MILLIS_PER_NANO = 1e-6;

    @FXML
    private BorderPane root;

    @FXML
    private BorderPane form;

    @FXML
    private NoticeBar notice;

    @FXML
    private MenuButton saved;

    @FXML
    private MenuButton command;

    @FXML
    private Button run;

    @FXML
    private Button cancel;

    @FXML
    private Button datadog;

    @FXML
    private ToggleButton repeat;

    @FXML
    private TextField interval;

    @FXML
    private Tab resultTab;

    @FXML
    private Tab runsTab;

    private final List<Service> services = ServiceList.load();
    private final Explainer explainer;
    private final ProbeViewModel model;
    private final FormView fields;
    private final SavedMenu savedMenu;
    private final Series repeats;

    /// @param explainer stays its caller's
    /// @param showLocalSide shows the sockets of this machine at a port
    /// @param showSocket shows one of them
    public ProbeView(
            Explainer explainer, Settings settings, IntConsumer showLocalSide, Consumer<SocketKey> showSocket) {
        this.explainer = explainer;
        Fxml.load(this);
        model = new ProbeViewModel(this::start, ProbeView::later, FxLane.FX);
        model.formProperty().set(ProbeSettings.from(settings));
        model.otherPortsProperty().set(ProbeSettings.callsOtherPorts(settings));
        fields = new FormView(model.formProperty(), model.otherPortsProperty(), services);
        form.setCenter(fields.root());
        ResultView result = new ResultView(showLocalSide, showSocket);
        resultTab.setContent(result.root());
        runsTab.setContent(new RunsView(model.history().runs()).root());
        savedMenu = new SavedMenu(saved, model.formProperty(), notice, settings);
        repeats = new Series(repeat, interval, model, notice);
        new CommandMenu(command, model.formProperty(), notice);
        model.stateProperty().subscribe(result::show);
        model.findingsProperty().subscribe(result::explain);
        bind();
    }

    private Runnable start(
            ProbeSpec spec,
            OtherPortPolicy otherPorts,
            Consumer<ProbeResult> whenDone,
            Consumer<List<Finding>> whenExplained) {
        return explainer.start(spec, otherPorts, whenDone, explanation -> whenExplained.accept(explanation.findings()))
                ::cancel;
    }

    private static Runnable later(Duration pause, Runnable action) {
        PauseTransition transition =
                new PauseTransition(javafx.util.Duration.millis(pause.toNanos() * MILLIS_PER_NANO));
        transition.setOnFinished(_ -> action.run());
        transition.play();
        return transition::stop;
    }

    public Parent root() {
        return root;
    }

    public Settings remember(Settings settings) {
        Settings form = ProbeSettings.into(settings, model.formProperty().get());
        return savedMenu.remember(
                ProbeSettings.callOtherPorts(form, model.otherPortsProperty().get()));
    }

    /// Fills the form for this target; nothing runs yet.
    ///
    /// @param seconds the time-out
    public void prepare(String target, String targetPort, String seconds) {
        model.formProperty()
                .set(ProbeForm.EMPTY
                        .with(ProbeField.HOST, target)
                        .with(ProbeField.PORT, targetPort)
                        .with(ProbeField.TIMEOUT, seconds));
    }

    /// What the button of the Datadog file does.
    public void onDatadog(Runnable opener) {
        datadog.setOnAction(_ -> opener.run());
    }

    /// Puts the keyboard where a probe begins.
    public void focusHost() {
        fields.focus(ProbeField.HOST);
    }

    /// Fills the form for a port of which nothing more is known, with the service that is usual there. Nothing runs.
    public void aim(HostPort target, boolean udp) {
        model.cancel();
        ProbeForm aimed = ProbeForm.EMPTY.with(ProbeField.HOST, target.host());
        aimed = udp ? aimed.with(ProbeField.TRANSPORT, "UDP") : aimed;
        model.formProperty().set(aimed);
        ServiceChoice.at(target.port(), udp ? Service.Transport.UDP : Service.Transport.TCP, services)
                .ifPresent(fields::fill);
        model.formProperty().set(model.formProperty().get().with(ProbeField.PORT, Integer.toString(target.port())));
        focusHost();
    }

    /// Ends what runs.
    public void close() {
        model.cancel();
    }

    private void bind() {
        var running = Bindings.createBooleanBinding(
                () -> model.stateProperty().get() instanceof ProbeState.Running, model.stateProperty());
        var series = model.everyProperty().isNotNull();
        run.disableProperty().bind(running.or(series));
        cancel.disableProperty().bind(running.not().and(series.not()));
        runsTab.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Messages.text("probe.runs", model.history().runs().size()),
                        model.history().runs()));
        model.wrongProperty().subscribe(fields::tell);
        new ProbeKeys(this::run, this::cancel, this::focusHost, this::isBusy).on(root);
    }

    @FXML
    void run() {
        model.run();
        toWrongField();
    }

    @FXML
    void cancel() {
        model.cancel();
    }

    @FXML
    void repeat() {
        repeats.toggle();
        toWrongField();
    }

    private void toWrongField() {
        Map<ProbeField, String> wrong = model.wrongProperty().get();
        Arrays.stream(ProbeField.values())
                .filter(wrong::containsKey)
                .findFirst()
                .ifPresent(fields::focus);
    }

    private boolean isBusy() {
        return model.stateProperty().get() instanceof ProbeState.Running
                || model.everyProperty().get() != null;
    }
}
