package dev.porthole.ui.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.profile.Settings;
import dev.porthole.sockets.SocketOrder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SocketsLayoutTest {
    @Test
    void withoutSettingsItIsTheDefault() {
        assertEquals(SocketsLayout.DEFAULT, SocketsLayout.from(Settings.NONE));
    }

    @Test
    void itComesBackFromTheSettings() {
        List<SocketColumn> reversed = Arrays.asList(SocketColumn.values()).reversed();
        SocketsLayout layout = new SocketsLayout(
                reversed,
                EnumSet.of(SocketColumn.USER, SocketColumn.SEND_QUEUE),
                Map.of(SocketColumn.PID, 80.0, SocketColumn.PROCESS, 200.0),
                new SocketOrder(SocketOrder.Column.RECEIVE_QUEUE, true));
        assertEquals(layout, SocketsLayout.from(layout.into(Settings.NONE)));
    }

    @Test
    void everyColumnCanBeTheOneThatSorts() {
        for (SocketColumn column : SocketColumn.values()) {
            SocketsLayout layout = new SocketsLayout(
                    List.of(SocketColumn.values()), Set.of(), Map.of(), new SocketOrder(column.order(), false));
            assertEquals(layout, SocketsLayout.from(layout.into(Settings.NONE)));
        }
    }

    @Test
    void nothingHiddenOverwritesWhatWasHidden() {
        Settings before = Settings.NONE.with("sockets.columns.hidden", "user");
        SocketsLayout everything =
                new SocketsLayout(List.of(SocketColumn.values()), Set.of(), Map.of(), SocketOrder.DEFAULT);
        assertEquals(Set.of(), SocketsLayout.from(everything.into(before)).hidden());
    }

    @Test
    void aColumnThatALaterVersionAddsStandsAtTheEnd() {
        List<SocketColumn> columns = SocketsLayout.from(Settings.NONE.with("sockets.columns", "user,state"))
                .columns();
        assertEquals(List.of(SocketColumn.USER, SocketColumn.STATE, SocketColumn.PROTOCOL), columns.subList(0, 3));
        assertEquals(SocketColumn.values().length, columns.size());
    }

    @Test
    void unknownColumnsAndRepeatedOnesAreSkipped() {
        SocketsLayout layout = SocketsLayout.from(Settings.NONE
                .with("sockets.columns", "state,colour,,STATE,state,pid")
                .with("sockets.columns.hidden", "colour,pid")
                .with("sockets.sort", "colour")
                .with("sockets.sort.descending", "true"));
        assertEquals(
                List.of(SocketColumn.STATE, SocketColumn.PID), layout.columns().subList(0, 2));
        assertEquals(SocketColumn.values().length, layout.columns().size());
        assertTrue(layout.hidden().contains(SocketColumn.PID));
        assertEquals(SocketOrder.DEFAULT, layout.order());
    }

    @Test
    void columnsThatAreAllHiddenAreThoseOfTheStart() {
        String all =
                Arrays.stream(SocketColumn.values()).map(SocketColumn::word).collect(Collectors.joining(","));
        assertEquals(
                SocketsLayout.DEFAULT.hidden(),
                SocketsLayout.from(Settings.NONE.with("sockets.columns.hidden", all))
                        .hidden());
    }

    @Test
    void aColumnThatALaterVersionAddsIsShownIfItIsAtTheStart() {
        Set<SocketColumn> hidden = SocketsLayout.from(
                        Settings.NONE.with("sockets.columns", "user,path-mtu").with("sockets.columns.hidden", "user"))
                .hidden();
        assertTrue(hidden.containsAll(Set.of(SocketColumn.USER, SocketColumn.DROPS)));
        assertFalse(hidden.contains(SocketColumn.SEND_RATE));
        assertFalse(hidden.contains(SocketColumn.PATH_MTU));
    }

    @Test
    void aWidthThatMakesNoSenseIsTheDefault() {
        assertEquals(
                Map.of(SocketColumn.USER, 20.0),
                SocketsLayout.from(Settings.NONE
                                .with("sockets.column.width.pid", "3")
                                .with("sockets.column.width.state", "wide")
                                .with("sockets.column.width.process", "100000")
                                .with("sockets.column.width.user", "20"))
                        .widths());
    }
}
