package dev.porthole.ui.probe;

import dev.porthole.net.SafeText;
import dev.porthole.probe.Fault;
import dev.porthole.probe.TlsFacts;
import dev.porthole.ui.kit.Fact;
import dev.porthole.ui.kit.FactGrid;
import dev.porthole.ui.kit.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the handshake agreed on, the verdicts on chain, name and dates apart, and the certificates as the server sent
/// them.
public final class CertificateList extends VBox {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final List<String> lines = new ArrayList<>();

    public CertificateList() {
        getStyleClass().add("certificates");
    }

    void show(TlsFacts facts) {
        getChildren().clear();
        lines.clear();
        FlowPane verdicts = new FlowPane();
        verdicts.getStyleClass().add("certificate-verdicts");
        if (!facts.chain().isEmpty()) {
            verdict(verdicts, "chain", facts.doubts().chain());
            verdict(verdicts, "name", facts.doubts().name());
            verdict(verdicts, "dates", facts.doubts().dates());
        } else if (facts.doubt() != null) {
            verdict(verdicts, "chain", facts.doubt());
        }
        getChildren().addAll(verdicts, grid(agreed(facts)));
        for (int place = 0; place < facts.chain().size(); place++) {
            TlsFacts.Certificate certificate = facts.chain().get(place);
            boolean root = place > 0 && certificate.subject().equals(certificate.issuer());
            String role = place == 0 ? "probe.tls.server" : root ? "probe.tls.root" : "probe.tls.between";
            Label title = new Label(Messages.text(role, place + 1));
            title.getStyleClass().add("certificate-title");
            lines.add(title.getText());
            getChildren().addAll(title, grid(facts(certificate, facts)));
        }
    }

    String text() {
        return String.join("\n", lines);
    }

    private void verdict(FlowPane into, String what, @Nullable Fault doubt) {
        String words = doubt == null ? Messages.text("probe.tls.good." + what) : FaultWords.of(doubt);
        Label label = new Label(
                Messages.text("probe.tls." + what, words),
                new FontIcon(doubt == null ? "fth-check-circle" : "fth-x-octagon"));
        label.getStyleClass().add("certificate-verdict");
        label.setWrapText(true);
        label.pseudoClassStateChanged(BAD, doubt != null);
        lines.add(label.getText());
        into.getChildren().add(label);
    }

    private FactGrid grid(List<Fact> facts) {
        FactGrid grid = new FactGrid();
        grid.show(facts);
        lines.add(grid.text());
        return grid;
    }

    private static List<Fact> agreed(TlsFacts facts) {
        List<Fact> rows = new ArrayList<>();
        rows.add(Fact.of("probe.tls.protocol", SafeText.of(facts.protocol()) + ", " + SafeText.of(facts.cipher())));
        String alpn = facts.agreed().alpn();
        if (alpn != null) {
            rows.add(Fact.of("probe.tls.alpn", SafeText.of(alpn)));
        }
        if (facts.agreed().askedWho()) {
            rows.add(Fact.of("probe.tls.client", Messages.text("probe.tls.asked")));
        }
        if (!facts.weaknesses().isEmpty()) {
            rows.add(Fact.of("probe.tls.weak", SafeText.of(String.join(", ", facts.weaknesses()))));
        }
        return rows;
    }

    private static List<Fact> facts(TlsFacts.Certificate certificate, TlsFacts facts) {
        List<Fact> rows = new ArrayList<>();
        rows.add(Fact.of("probe.tls.subject", SafeText.of(certificate.subject())));
        if (!certificate.names().isEmpty()) {
            rows.add(Fact.of("probe.tls.names", SafeText.of(String.join(", ", certificate.names()))));
        }
        rows.add(Fact.of("probe.tls.issuer", SafeText.of(certificate.issuer())));
        Duration left = Duration.between(facts.seen(), certificate.until());
        boolean over = left.isNegative();
        rows.add(Fact.of(
                "probe.tls.valid",
                Messages.text(
                        over ? "probe.tls.ended" : "probe.tls.days",
                        certificate.from(),
                        certificate.until(),
                        left.abs().toDays())));
        rows.add(Fact.of(
                "probe.tls.key",
                SafeText.of(certificate.strength().key() + ", "
                        + certificate.strength().signature())));
        return rows;
    }
}
