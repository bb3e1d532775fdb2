package dev.porthole.ui.probe;

import dev.porthole.engine.ProbeResult;
import dev.porthole.net.SafeText;
import dev.porthole.probe.Attempt;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import dev.porthole.probe.HumanTime;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Step;
import dev.porthole.probe.TlsFacts;
import dev.porthole.probe.Trace;
import dev.porthole.threshold.Severity;
import dev.porthole.ui.kit.Clip;
import dev.porthole.ui.kit.ClockText;
import dev.porthole.ui.kit.Fact;
import dev.porthole.ui.kit.FactGrid;
import dev.porthole.ui.kit.Fxml;
import dev.porthole.ui.kit.Messages;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The result of a probe: the verdict in words, the phases with their times, every address, what the server said.
final class ResultView {
    @FXML
    private Parent root;

    @FXML
    private Node idle;

    @FXML
    private Node running;

    @FXML
    private Label runningText;

    @FXML
    private Node done;

    @FXML
    private HBox banner;

    @FXML
    private FontIcon bannerIcon;

    @FXML
    private Label bannerWord;

    @FXML
    private Label bannerText;

    @FXML
    private Label when;

    @FXML
    private Waterfall waterfall;

    @FXML
    private FactGrid addresses;

    @FXML
    private Label tlsTitle;

    @FXML
    private FactGrid tls;

    @FXML
    private Label receivedTitle;

    @FXML
    private TextArea received;

    private @Nullable ProbeResult shown;
    private String target = "";
    private long runningSince;

    private final AnimationTimer ticker = new AnimationTimer() {
        @Override
        public void handle(long now) {
            runningSince = runningSince == 0 ? now : runningSince;
            runningText.setText(
                    Messages.text("probe.running", target, HumanTime.of(Duration.ofNanos(now - runningSince))));
        }
    };

    ResultView() {
        Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    void show(ProbeState state) {
        only(
                switch (state) {
                    case ProbeState.Idle() -> idle;
                    case ProbeState.Running(String name) -> {
                        target = name;
                        yield running;
                    }
                    case ProbeState.Done(ProbeResult result) -> {
                        show(result);
                        yield done;
                    }
                });
    }

    private void only(Node wanted) {
        for (Node part : List.of(idle, running, done)) {
            part.setVisible(part.equals(wanted));
            part.setManaged(part.equals(wanted));
        }
        runningSince = 0;
        if (wanted.equals(running)) {
            ticker.start();
        } else {
            ticker.stop();
        }
    }

    private void show(ProbeResult result) {
        shown = result;
        Severity severity = result.verdict().severity();
        for (Severity each : Severity.values()) {
            banner.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(Look.of(each).word()), each == severity);
        }
        bannerIcon.setIconLiteral(Look.of(severity).icon());
        bannerWord.setText(severity.name());
        bannerText.setText(result.verdict().headline() + ".");
        when.setText(Messages.text(
                "probe.when",
                result.spec().target().toString(),
                ClockText.time(result.started(), ZoneId.systemDefault()),
                HumanTime.of(result.trace().elapsed())));
        waterfall.show(result.trace());
        addresses.show(addresses(result.trace()));
        showTls(result.trace());
        showReceived(result.spec(), result.trace());
    }

    private static List<Fact> addresses(Trace trace) {
        List<Fact> facts = new ArrayList<>();
        for (Attempt attempt : trace.attempts()) {
            String time = HumanTime.of(attempt.span().length());
            facts.add(new Fact(
                    attempt.address().text(),
                    switch (attempt.outcome()) {
                        case Attempt.Open(String local) -> Messages.text("probe.address.open", time, local);
                        case Attempt.Ready(String local) -> Messages.text("probe.address.ready", local);
                        case Attempt.Answered(String local) -> Messages.text("probe.address.answered", time, local);
                        case Attempt.Failed(var fault) -> Messages.text("probe.address.failed", words(fault), time);
                        case Attempt.Overtaken() -> Messages.text("probe.address.overtaken", time);
                    }));
        }
        trace.addresses().stream()
                .filter(address -> trace.attempts().stream()
                        .noneMatch(attempt -> attempt.address().equals(address)))
                .forEach(address -> facts.add(new Fact(address.text(), Messages.text("probe.address.untried"))));
        return facts;
    }

    private void showTls(Trace trace) {
        boolean present = trace.tls().isPresent();
        tlsTitle.setVisible(present);
        tlsTitle.setManaged(present);
        tls.setVisible(present);
        tls.setManaged(present);
        trace.tls().ifPresent(facts -> tls.show(tls(facts)));
    }

    private static List<Fact> tls(TlsFacts facts) {
        List<Fact> rows = new ArrayList<>();
        rows.add(Fact.of("probe.tls.protocol", SafeText.of(facts.protocol()) + ", " + SafeText.of(facts.cipher())));
        if (facts.agreed().alpn() != null) {
            rows.add(Fact.of("probe.tls.alpn", facts.agreed().alpn()));
        }
        if (!facts.chain().isEmpty()) {
            rows.addAll(leaf(facts, facts.chain().getFirst()));
        }
        String doubts = facts.doubts().all().stream().map(ResultView::words).collect(Collectors.joining(", "));
        rows.add(Fact.of("probe.tls.doubt", doubts.isEmpty() ? Messages.text("probe.tls.trusted") : doubts));
        if (!facts.weaknesses().isEmpty()) {
            rows.add(Fact.of("probe.tls.weak", SafeText.of(String.join(", ", facts.weaknesses()))));
        }
        return rows;
    }

    private static List<Fact> leaf(TlsFacts facts, TlsFacts.Certificate leaf) {
        long days = facts.daysLeft().orElse(0L);
        return List.of(
                Fact.of("probe.tls.subject", SafeText.of(leaf.subject())),
                Fact.of("probe.tls.names", SafeText.of(String.join(", ", leaf.names()))),
                Fact.of("probe.tls.issuer", SafeText.of(leaf.issuer())),
                Fact.of(
                        "probe.tls.valid",
                        Messages.text(
                                days < 0 ? "probe.tls.ended" : "probe.tls.days", leaf.from(), leaf.until(), days)),
                Fact.of(
                        "probe.tls.key",
                        SafeText.of(
                                leaf.strength().key() + ", " + leaf.strength().signature())));
    }

    /// The stable word of a fault, as words.
    private static String words(Fault fault) {
        return fault.code().replace('-', ' ');
    }

    private void showReceived(ProbeSpec spec, Trace trace) {
        Bytes bytes = trace.received();
        boolean asked = spec.steps().stream().anyMatch(Step.Expect.class::isInstance);
        String title = trace.expect().isPresent() ? "" : asked ? ".not-reached" : ".not-read";
        receivedTitle.setText(Messages.text("probe.received" + title, bytes.length()));
        received.setVisible(!bytes.isEmpty());
        received.setManaged(!bytes.isEmpty());
        // One line of the server is one line here; its end stays visible.
        received.setText(bytes.toString().replace("\\n", "\\n\n").stripTrailing());
    }

    @FXML
    void copy() {
        if (shown != null) {
            Clip.put(String.join(
                    "\n",
                    shown.verdict().severity() + ": " + bannerText.getText(),
                    when.getText(),
                    waterfall.text(),
                    addresses.text(),
                    received.getText()));
        }
    }
}
