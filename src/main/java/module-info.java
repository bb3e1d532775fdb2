import org.jspecify.annotations.NullMarked;

/// Porthole: every socket of this machine, a probe for any port, and the reason why it does not connect.
@NullMarked
module dev.porthole {
    requires static transitive org.jspecify;
    requires java.desktop;
    requires java.logging;
    requires jdk.management;
    requires javafx.controls;
    requires javafx.fxml;
    requires org.controlsfx.controls;
    requires atlantafx.base;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;
    requires com.github.oshi;
    requires info.picocli;
    requires re2j;
    requires org.snakeyaml.engine;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.jr.ob;

    // picocli reads the annotations of the commands.
    opens dev.porthole.cli to
            info.picocli;

    // The toolkit makes the application, FXML fills the views.
    exports dev.porthole.ui to
            javafx.graphics;

    opens dev.porthole.ui to
            javafx.fxml;
    opens dev.porthole.ui.counts to
            javafx.fxml;
    opens dev.porthole.ui.datadog to
            javafx.fxml;
    opens dev.porthole.ui.kit to
            javafx.fxml;
    opens dev.porthole.ui.probe to
            javafx.fxml;
    opens dev.porthole.ui.sockets to
            javafx.fxml;
}
