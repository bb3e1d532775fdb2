package dev.porthole.ui;

import dev.porthole.counts.CountRuleText;
import dev.porthole.counts.ReadyRules;
import dev.porthole.profile.Settings;
import dev.porthole.ui.kit.Sparkline;
import dev.porthole.ui.kit.Theme;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;

/// Counts, their alerts, charts and rules.
class CountPicturesTest extends PictureTest {
    @InBothThemes
    void drawsTheCounts(Theme.Choice theme) throws Exception {
        Settings rules = new Settings(Map.of(
                "counts.rule.1",
                CountRuleText.write(ReadyRules.CLOSE_WAIT_GROWS.rule()),
                "counts.rule.2",
                "name=Half-closed;types=tcp,tcp6;states=close_wait;measure=count;groups=sum;warn=5;crit=20;none=ok"
                        + ";need=1;of=1;margin=0"));
        try (Leak leak = new Leak()) {
            leak.grow(2);
            open(Options.Screen.COUNTS, theme, 1280, 800, rules);
            eventually(
                    "a course",
                    () -> this.<Sparkline>node("#cell-7-4 .sparkline").readings() >= 6);
            draw("counts", theme);
            interact(() -> shell.open(Options.Screen.SOCKETS));
            leak.grow(9);
            eventually("a note", () -> lookup("#alertNote").tryQuery().isPresent());
            draw("sockets-alert", theme);
            interact(() -> shell.open(Options.Screen.COUNTS));
            eventually("the alert", () -> lookup(".alert-card").tryQuery().isPresent());
            draw("counts-alert", theme);
            interact(() -> this.<ToggleButton>node("#asDiagram").fire());
            interact(() -> node("#node-CLOSE_WAIT").requestFocus());
            draw("counts-states", theme);
            interact(() -> this.<ToggleButton>node("#asTable").fire());
            interact(() -> node("#cell-7-4").requestFocus());
            interact(() -> this.<ToggleButton>node("#span-MINUTE").fire());
            draw("counts-chart", theme);
            interact(() -> stage.setWidth(1920));
            interact(() -> stage.setHeight(1080));
            draw("counts-large", theme);
            interact(() -> stage.setWidth(1280));
            interact(() -> stage.setHeight(800));
            interact(() -> this.<Button>node("#newRule").fire());
            type("#name", "Half-closed of IPv4");
            type("#warning", "0:5");
            type("#critical", "30:4o");
            draw("counts-rule-wrong", theme);
            type("#critical", "@30:40");
            eventually("the preview", () -> text("#preview").contains("have alerted"));
            draw("counts-rule", theme);
        }
    }
}
