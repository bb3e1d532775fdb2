package dev.porthole.ui.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.profile.Settings;
import dev.porthole.profile.store.SettingsStore;
import dev.porthole.sockets.SocketOrder;
import dev.porthole.sockets.query.Reach;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedViewsTest {
    private static final SocketsLayout LAYOUT = new SocketsLayout(
            List.of(SocketColumn.values()).reversed(),
            Set.of(SocketColumn.USER, SocketColumn.PID),
            Map.of(SocketColumn.STATE, 130.0),
            new SocketOrder(SocketOrder.Column.SEND_QUEUE, true));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web",
                "a.b=c:d",
                "x,y|z",
                "#1 !",
                "tab\tand\nnew line",
                "\\u0041 \\",
                "ключ 日本 🐟",
                " inner  blanks ",
                "{0} 'quoted' \"twice\"",
            })
    void aViewComesBackFromTheFileWhateverItsNameHolds(String name, @TempDir Path folder) throws IOException {
        SavedView view = new SavedView(
                name,
                "port:443 \"a b\" !lo",
                Set.of(Protocol.UDP, Protocol.UDP6),
                Set.of(SocketState.TIME_WAIT),
                Set.of(Reach.LOOPBACK),
                LAYOUT);
        SettingsStore store = new SettingsStore(folder);
        store.save(SavedViews.NONE.with(view).into(Settings.NONE.with("theme", "dark")));

        SavedView read = SavedViews.from(store.load()).all().getFirst();
        assertEquals(view.name(), read.name());
        assertEquals(view.query(), read.query());
        assertEquals(view.hiddenTypes(), read.hiddenTypes());
        assertEquals(view.hiddenStates(), read.hiddenStates());
        assertEquals(view.hiddenReaches(), read.hiddenReaches());
        assertEquals(LAYOUT, read.layout());
    }

    @Test
    void viewsStandInTheOrderOfTheirNamesAndANameIsThereOnce() {
        SavedViews views = SavedViews.NONE
                .with(SavedView.of("web", "port:443"))
                .with(SavedView.of("Mail", "port:25"))
                .with(SavedView.of("WEB ", "port:80"));

        assertEquals(
                List.of("Mail", "WEB "),
                views.all().stream().map(SavedView::name).toList());
        assertEquals(Optional.of("port:80"), views.named("web").map(SavedView::query));
    }

    @Test
    void aDeletedViewLeavesNothingInTheSettingsAndOthersStay() {
        Settings both = SavedViews.NONE
                .with(SavedView.of("a", "1"))
                .with(SavedView.of("b", "2"))
                .into(Settings.NONE.with("sockets.search", "x").with("sockets.viewport", "y"));

        Settings one = SavedViews.from(both).without("A").into(both);

        assertEquals(
                List.of("b"),
                SavedViews.from(one).all().stream().map(SavedView::name).toList());
        assertEquals(
                Settings.NONE.with("sockets.search", "x").with("sockets.viewport", "y"), SavedViews.NONE.into(one));
    }

    @Test
    void whatCannotBeUnderstoodIsShownRatherThanHidden() {
        Settings settings = Settings.NONE
                .with("sockets.view.0.name", "old")
                .with("sockets.view.0.states.hidden", "listen,no_such_state")
                .with("sockets.view.0.types.hidden", "ipx")
                .with("sockets.view.1.name", "  ")
                .with("sockets.view.x.name", "no number");

        List<SavedView> all = SavedViews.from(settings).all();
        assertEquals(1, all.size());
        assertEquals(Set.of(SocketState.LISTEN), all.getFirst().hiddenStates());
        assertEquals(Set.of(), all.getFirst().hiddenTypes());
        assertEquals("", all.getFirst().query());
        assertEquals(SocketsLayout.DEFAULT, all.getFirst().layout());
    }

    @Test
    void aHundredViewsFitIntoTheSettingsFile(@TempDir Path folder) throws IOException {
        SavedViews views = SavedViews.NONE;
        for (int i = 0; i < SavedViews.MOST; i++) {
            views = views.with(
                    new SavedView("n".repeat(56) + i, "q".repeat(100), Set.of(), Set.of(), Set.of(), LAYOUT));
        }
        SettingsStore store = new SettingsStore(folder);
        store.save(views.into(Settings.NONE));

        assertEquals(SavedViews.MOST, SavedViews.from(store.load()).all().size());
        assertTrue(views.into(Settings.NONE).values().size() > SavedViews.MOST);
    }
}
