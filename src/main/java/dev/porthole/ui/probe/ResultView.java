package dev.porthole.ui.probe;

import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Pointer;
import dev.porthole.engine.LocalAddresses;
import dev.porthole.engine.ProbeResult;
import dev.porthole.net.SafeText;
import dev.porthole.probe.HumanTime;
import dev.porthole.probe.Target;
import dev.porthole.probe.Trace;
import dev.porthole.sockets.SocketKey;
import dev.porthole.threshold.Severity;
import dev.porthole.ui.kit.Clip;
import dev.porthole.ui.kit.ClockText;
import dev.porthole.ui.kit.Fxml;
import dev.porthole.ui.kit.InSight;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.Visible;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The result of a probe: why it failed, the verdict in words, the phases with their times, every address, the
/// certificates, and what both sides said.
final class ResultView {
    @FXML
    private ScrollPane root;

    @FXML
    private Node idle;

    @FXML
    private Node running;

    @FXML
    private Label runningText;

    @FXML
    private VBox done;

    @FXML
    private VerdictBanner banner;

    @FXML
    private Label when;

    @FXML
    private Button localSide;

    @FXML
    private Waterfall waterfall;

    @FXML
    private Label addressesTitle;

    @FXML
    private AddressTable addresses;

    @FXML
    private Label certificatesTitle;

    @FXML
    private CertificateList certificates;

    @FXML
    private TranscriptPane dialogue;

    private final IntConsumer showLocalSide;
    private final Consumer<SocketKey> showSocket;
    private final FindingsView findings;
    private ProbeState.@Nullable Done shown;
    private String target = "";
    private long runningSince;

    private final AnimationTimer ticker = new AnimationTimer() {
        @Override
        public void handle(long now) {
            runningText.setText(Messages.text(
                    "probe.running", target, HumanTime.of(Duration.ofNanos(System.nanoTime() - runningSince))));
        }
    };

    /// Most probes end before it. Drawn at once it would flicker, and take the processor from the probe that is timed.
    private final PauseTransition turningToRunning = new PauseTransition(javafx.util.Duration.millis(200));

    ResultView(IntConsumer showLocalSide, Consumer<SocketKey> showSocket) {
        this.showLocalSide = showLocalSide;
        this.showSocket = showSocket;
        findings = new FindingsView(new Guide());
        Fxml.load(this);
        turningToRunning.setOnFinished(_ -> only(running));
        findings.root().setId("findings");
        done.getChildren().addFirst(findings.root());
        banner.onCopy(this::copy);
    }

    Parent root() {
        return root;
    }

    void show(ProbeState state) {
        switch (state) {
            case ProbeState.Idle() -> only(idle);
            case ProbeState.Running(String name, boolean again) -> {
                target = SafeText.of(name);
                runningSince = System.nanoTime();
                if (!again || shown == null) {
                    turningToRunning.playFromStart();
                }
            }
            case ProbeState.Done finished -> {
                show(finished);
                only(done);
            }
        }
    }

    /// Above all else: why the run on screen came out as it did.
    void explain(List<Finding> reasons) {
        findings.show(reasons);
    }

    /// From a finding to what it rests on: away to the other screen, or down to the row below.
    private final class Guide implements FindingsView.Guide {
        @Override
        public void show(Pointer pointer) {
            waterfall.point(pointer);
            addresses.point(pointer);
            if (pointer instanceof Pointer.ToSocket(SocketKey key)) {
                showSocket.accept(key);
            } else {
                Stream.concat(waterfall.pointed().stream(), addresses.pointed().stream())
                        .forEach(row -> InSight.center(row, root));
            }
        }

        @Override
        public String phase(int index) {
            return waterfall.name(index);
        }
    }

    private void only(Node wanted) {
        turningToRunning.stop();
        for (Node part : List.of(idle, running, done)) {
            Visible.set(part, part.equals(wanted));
        }
        if (wanted.equals(running)) {
            ticker.start();
        } else {
            ticker.stop();
        }
    }

    private void show(ProbeState.Done finished) {
        shown = finished;
        ProbeResult result = finished.result();
        Trace trace = result.trace();
        banner.show(result.verdict());
        showWhen(result);
        show(localPort(result).isPresent(), localSide);
        waterfall.show(trace);
        addresses.show(trace);
        show(!addresses.isEmpty(), addressesTitle, addresses);
        trace.tls().ifPresent(certificates::show);
        show(trace.tls().isPresent(), certificatesTitle, certificates);
        dialogue.show(Transcript.of(trace, finished.secret()));
    }

    private void showWhen(ProbeResult result) {
        when.setText(Messages.text(
                "probe.when",
                SafeText.of(result.spec().target().toString()),
                ClockText.time(result.started(), ZoneId.systemDefault()),
                HumanTime.of(result.trace().elapsed())));
    }

    private static void show(boolean shown, Node... parts) {
        for (Node part : parts) {
            Visible.set(part, shown);
        }
    }

    /// The port whose sockets tell more of a failure, if the target is this machine.
    private static OptionalInt localPort(ProbeResult result) {
        boolean failed = result.verdict().severity() != Severity.OK;
        boolean local = result.trace().attempts().stream()
                .anyMatch(attempt -> LocalAddresses.holds(attempt.address().text()));
        return failed && local
                ? switch (result.spec().target()) {
                    case Target.Tcp(var address) -> OptionalInt.of(address.port());
                    case Target.Udp(var address) -> OptionalInt.of(address.port());
                    case Target.Unix _ -> OptionalInt.empty();
                }
                : OptionalInt.empty();
    }

    @FXML
    void showLocalSide() {
        if (shown != null) {
            localPort(shown.result()).ifPresent(showLocalSide);
        }
    }

    private void copy() {
        if (shown != null) {
            Clip.put(String.join(
                    "\n",
                    banner.text(),
                    when.getText(),
                    findings.text(),
                    waterfall.text(),
                    addresses.text(),
                    shown.result().trace().tls().isPresent() ? certificates.text() : "",
                    dialogue.text()));
        }
    }
}
