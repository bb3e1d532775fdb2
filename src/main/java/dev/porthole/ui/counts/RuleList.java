package dev.porthole.ui.counts;

import dev.porthole.counts.CountRule;
import dev.porthole.counts.ReadyRules;
import dev.porthole.report.Words;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.Visible;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The rules, and the ready ones that are not yet among them.
public final class RuleList extends VBox {
    private final VBox list = new VBox();
    private final Label none = new Label(Messages.text("counts.rules.none"));
    private final MenuButton ready = new MenuButton(Messages.text("counts.rules.ready"));
    private final Button add = new Button(Messages.text("counts.rules.new"), new FontIcon("fth-plus"));

    /// Empty until rules are shown.
    public RuleList() {
        getStyleClass().add("rule-list");
        list.getStyleClass().add("rule-list");
        none.setWrapText(true);
        none.getStyleClass().add("text-muted");
        add.setId("newRule");
        add.getStyleClass().add("small");
        ready.setId("readyRules");
        ready.getStyleClass().add("small");
        HBox buttons = new HBox(add, ready);
        buttons.getStyleClass().add("alert-buttons");
        getChildren().addAll(none, list, buttons);
    }

    /// @param edit a rule is to be changed
    void connect(CountsViewModel model, Runnable fresh, Consumer<CountRule> edit) {
        add.setOnAction(_ -> fresh.run());
        model.rules().subscribe(() -> show(model, edit));
        show(model, edit);
    }

    private void show(CountsViewModel model, Consumer<CountRule> edit) {
        list.getChildren()
                .setAll(model.rules().stream()
                        .map(rule -> line(rule, model, edit))
                        .toList());
        Visible.set(none, model.rules().isEmpty());
        List<ReadyRules> offered = model.offered();
        Visible.set(ready, !offered.isEmpty());
        ready.getItems().clear();
        MenuItem all = new MenuItem(Messages.text("counts.rules.all", offered.size()));
        all.setId("allReadyRules");
        all.setOnAction(_ -> model.add(offered));
        ready.getItems().addAll(all, new SeparatorMenuItem());
        for (ReadyRules rule : offered) {
            MenuItem item = new MenuItem(Words.rule(rule));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.add(List.of(rule)));
            ready.getItems().add(item);
        }
    }

    private static Node line(CountRule rule, CountsViewModel model, Consumer<CountRule> edit) {
        Label name = new Label(AlertText.name(rule));
        name.setWrapText(true);
        name.getStyleClass().add("text-bold");
        Label summary = new Label(AlertText.summary(rule));
        summary.setWrapText(true);
        summary.getStyleClass().add("field-note");
        VBox words = new VBox(name, summary);
        AlertText.ready(rule).ifPresent(known -> Tooltip.install(words, tip(Words.aboutRule(known))));
        HBox.setHgrow(words, Priority.ALWAYS);
        Button change = button("fth-edit-2", Messages.text("counts.rules.edit", AlertText.name(rule)));
        change.setOnAction(_ -> edit.accept(rule));
        Button remove = button("fth-trash-2", Messages.text("counts.rules.remove", AlertText.name(rule)));
        remove.setOnAction(_ -> model.remove(rule));
        HBox line = new HBox(words, change, remove);
        line.getStyleClass().add("rule-line");
        return line;
    }

    private static Tooltip tip(String text) {
        Tooltip tip = new Tooltip(text);
        tip.setWrapText(true);
        tip.setMaxWidth(340);
        return tip;
    }

    private static Button button(String icon, String meaning) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(meaning);
        button.setTooltip(new Tooltip(meaning));
        return button;
    }
}
