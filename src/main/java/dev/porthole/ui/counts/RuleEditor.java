package dev.porthole.ui.counts;

import dev.porthole.counts.CountHistory;
import dev.porthole.counts.CountRule;
import dev.porthole.counts.CountScope;
import dev.porthole.counts.Firmness;
import dev.porthole.counts.Measure;
import dev.porthole.counts.RuleRehearsal;
import dev.porthole.counts.Tally;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.threshold.Severity;
import dev.porthole.threshold.Thresholds;
import dev.porthole.ui.counts.RuleForm.Field;
import dev.porthole.ui.kit.Fxml;
import dev.porthole.ui.kit.Lane;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.Visible;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Makes a rule or changes one. It says what is meant or wrong while it is typed, and what the rule would have done.
final class RuleEditor {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    @FXML
    private Label title;

    @FXML
    private TextField name;

    @FXML
    private Label nameWrong;

    @FXML
    private ComboBox<Measure> measure;

    @FXML
    private VBox scopeFields;

    @FXML
    private FlowPane types;

    @FXML
    private FlowPane states;

    @FXML
    private Label socketsWrong;

    @FXML
    private RadioButton sum;

    @FXML
    private RadioButton each;

    @FXML
    private TextField warning;

    @FXML
    private Label warningNote;

    @FXML
    private Label warningWrong;

    @FXML
    private TextField critical;

    @FXML
    private Label criticalNote;

    @FXML
    private Label criticalWrong;

    @FXML
    private ComboBox<Severity> none;

    @FXML
    private TextField need;

    @FXML
    private TextField of;

    @FXML
    private Label firmnessNote;

    @FXML
    private Label firmnessWrong;

    @FXML
    private TextField margin;

    @FXML
    private Label marginWrong;

    @FXML
    private Label preview;

    @FXML
    private Button save;

    private final Node root;
    private final CountsViewModel model;
    private final Runnable done;
    private final Map<Protocol, ToggleButton> typeChips = new EnumMap<>(Protocol.class);
    private final Map<SocketState, ToggleButton> stateChips = new EnumMap<>(SocketState.class);
    private final Lane<Question> questions;
    private final Lane<Answer> answers;
    private @Nullable CountRule before;
    private Optional<CountRule> typed = Optional.empty();
    private boolean filling;

    private record Question(CountRule rule, CountHistory history, Tally latest) {}

    private record Answer(CountRule rule, Optional<RuleRehearsal> rehearsal) {}

    /// @param background goes through the history
    /// @param done the editor is to be closed
    RuleEditor(CountsViewModel model, Executor background, Executor fx, Runnable done) {
        this.model = model;
        this.done = done;
        root = Fxml.load(this);
        answers = new Lane<>(fx, this::show);
        questions = new Lane<>(background, question -> answers.publish(rehearse(question)));
        choices();
        for (TextField field : Set.of(name, warning, critical, need, of, margin)) {
            field.textProperty().subscribe(this::check);
        }
        measure.valueProperty().subscribe(this::check);
        none.valueProperty().subscribe(this::check);
        each.selectedProperty().subscribe(this::check);
        model.stateProperty().subscribe(_ -> {
            if (root.isVisible()) {
                preview();
            }
        });
    }

    Node root() {
        return root;
    }

    /// A new rule about these sockets.
    void create(CountScope scope) {
        CountRule first = new CountRule(
                "-", scope, Measure.COUNT, new CountRule.Judged(Thresholds.NONE, false, Severity.OK), Firmness.AT_ONCE);
        fill(null, RuleForm.of(first));
        title.setText(Messages.text("counts.edit.new"));
        name.setText("");
        name.requestFocus();
    }

    void change(CountRule rule) {
        fill(rule, RuleForm.of(rule));
        title.setText(Messages.text("counts.edit.change"));
        warning.requestFocus();
        warning.selectAll();
    }

    private void choices() {
        measure.getItems().setAll(Measure.values());
        measure.setConverter(words(choice -> Messages.text("counts.edit.measure." + choice.name())));
        none.getItems().setAll(Severity.OK, Severity.WARNING, Severity.CRITICAL);
        none.setConverter(words(choice -> Messages.text("counts.edit.none." + choice.name())));
        for (Protocol type : Protocol.values()) {
            typeChips.put(type, chip(type.word(), types));
        }
        for (SocketState state : SocketState.values()) {
            stateChips.put(state, chip(state.name(), states));
        }
    }

    private ToggleButton chip(String text, FlowPane pane) {
        ToggleButton chip = new ToggleButton(text);
        chip.setMnemonicParsing(false);
        chip.setId("pick-" + text);
        chip.getStyleClass().add("pick");
        chip.selectedProperty().subscribe(this::check);
        pane.getChildren().add(chip);
        return chip;
    }

    private static <T> StringConverter<T> words(Function<T, String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("it is chosen, not typed");
            }
        };
    }

    private void fill(@Nullable CountRule rule, RuleForm form) {
        filling = true;
        before = rule;
        name.setText(form.name());
        measure.setValue(form.measure());
        typeChips.forEach(
                (type, chip) -> chip.setSelected(form.sockets().types().contains(type)));
        stateChips.forEach(
                (state, chip) -> chip.setSelected(form.sockets().states().contains(state)));
        (form.sockets().each() ? each : sum).setSelected(true);
        warning.setText(form.thresholds().warning());
        critical.setText(form.thresholds().critical());
        none.setValue(form.thresholds().none());
        need.setText(form.firmness().need());
        of.setText(form.firmness().of());
        margin.setText(form.firmness().margin());
        filling = false;
        check();
    }

    private RuleForm form() {
        return new RuleForm(
                name.getText(),
                new RuleForm.Sockets(chosen(typeChips), chosen(stateChips), each.isSelected()),
                measure.getValue(),
                new RuleForm.Limits(warning.getText(), critical.getText(), none.getValue()),
                new RuleForm.Sureness(need.getText(), of.getText(), margin.getText()));
    }

    private static <E extends Enum<E>> Set<E> chosen(Map<E, ToggleButton> chips) {
        return chips.entrySet().stream()
                .filter(chip -> chip.getValue().isSelected())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void check() {
        if (filling || measure.getValue() == null || none.getValue() == null) {
            return;
        }
        Visible.set(scopeFields, measure.getValue().hasScope());
        RuleForm.Checked checked = form().check(model.namesBut(before));
        typed = checked.rule();
        say(nameWrong, checked.wrong().get(Field.NAME), name);
        say(socketsWrong, checked.wrong().get(Field.SOCKETS));
        say(warningNote, checked.meaning().get(Field.WARNING));
        say(warningWrong, checked.wrong().get(Field.WARNING), warning);
        say(criticalNote, checked.meaning().get(Field.CRITICAL));
        say(criticalWrong, checked.wrong().get(Field.CRITICAL), critical);
        say(firmnessNote, checked.meaning().get(Field.FIRMNESS));
        say(firmnessWrong, checked.wrong().get(Field.FIRMNESS), need, of);
        say(marginWrong, checked.wrong().get(Field.MARGIN), margin);
        save.setDisable(typed.isEmpty());
        preview();
    }

    private static void say(Label label, @Nullable String sentence, TextField... fields) {
        label.setText(sentence == null ? "" : sentence);
        Visible.set(label, sentence != null);
        for (TextField field : fields) {
            field.pseudoClassStateChanged(DANGER, sentence != null);
        }
    }

    private void preview() {
        if (typed.isPresent() && model.stateProperty().get() instanceof CountsState.Showing(CountFrame frame)) {
            questions.publish(new Question(typed.get(), frame.history(), frame.latest()));
        } else {
            preview.setText(Messages.text("counts.preview.later"));
        }
    }

    private static Answer rehearse(Question question) {
        var to = question.latest().time();
        var from = to.minus(CountHistory.FINE).plusSeconds(1);
        return new Answer(
                question.rule(),
                RuleRehearsal.of(
                        question.rule(), question.history(), question.latest().limits(), from, to));
    }

    private void show(Answer answer) {
        if (typed.filter(answer.rule()::equals).isPresent()) {
            preview.setText(PreviewText.of(answer.rehearsal()));
        }
    }

    @FXML
    void save() {
        typed.ifPresent(rule -> {
            model.save(before, rule);
            done.run();
        });
    }

    @FXML
    void cancel() {
        done.run();
    }
}
