package dev.porthole.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Endpoint;
import dev.porthole.net.IpAddress;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SocketTableTest {
    @Test
    void aRowComesOutAsItWentIn() {
        SocketTable table = new SocketTable.Builder()
                .add(Protocol.TCP6, SocketState.ESTABLISHED)
                .local(1, 2, 65535)
                .remote(-3, -4, 443)
                .receiveQueue(5)
                .sendQueue(6)
                .uid(-2)
                .inode(8)
                .pid(9)
                .build();

        assertEquals(
                new SocketKey(
                        Protocol.TCP6,
                        new Endpoint(IpAddress.v6(1, 2), 65535),
                        new Endpoint(IpAddress.v6(-3, -4), 443),
                        8),
                table.key(0));
        assertEquals(SocketState.ESTABLISHED, table.state(0));
        assertEquals(OptionalLong.of(5), table.receiveQueue(0));
        assertEquals(OptionalLong.of(6), table.sendQueue(0));
        assertEquals(OptionalInt.of(-2), table.uid(0));
        assertEquals(OptionalLong.of(8), table.inode(0));
        assertEquals(OptionalLong.of(9), table.pid(0));
    }

    @Test
    void portsMayBeSetInEitherOrder() {
        SocketTable table = new SocketTable.Builder()
                .add(Protocol.TCP, SocketState.ESTABLISHED)
                .remote(0, 1, 40000)
                .local(0, 1, 50000)
                .build();

        assertEquals(50000, table.localPort(0));
        assertEquals(40000, table.remotePort(0));
    }

    @Test
    void whatIsNotSetIsAbsentNotZero() {
        SocketTable table =
                new SocketTable.Builder().add(Protocol.TCP, SocketState.LISTEN).build();

        assertTrue(table.receiveQueue(0).isEmpty());
        assertTrue(table.sendQueue(0).isEmpty());
        assertTrue(table.uid(0).isEmpty());
        assertTrue(table.inode(0).isEmpty());
        assertTrue(table.pid(0).isEmpty());
    }

    @Test
    void itGrowsWithoutMixingRows() {
        SocketTable.Builder builder = new SocketTable.Builder();
        for (int i = 0; i < 1000; i++) {
            builder.add(i % 2 == 0 ? Protocol.TCP : Protocol.UDP6, SocketState.values()[i % 16])
                    .local(0, i, i)
                    .inode(i)
                    .pid(i);
        }
        SocketTable table = builder.build();

        for (int i = 0; i < 1000; i++) {
            assertEquals(SocketState.values()[i % 16], table.state(i));
            assertEquals(i, table.localPort(i));
            assertEquals(i, table.localAddress(i).low());
            assertEquals(i, table.inode(i).orElseThrow());
            assertEquals(i, table.pid(i).orElseThrow());
            assertTrue(table.uid(i).isEmpty());
        }
    }

    @Test
    void aBuiltTableDoesNotChangeWithItsBuilder() {
        SocketTable.Builder builder = new SocketTable.Builder().add(Protocol.TCP, SocketState.LISTEN);
        SocketTable table = builder.build();
        builder.local(0, 1, 80).add(Protocol.UDP, SocketState.NONE);

        assertEquals(1, table.size());
        assertEquals(0, table.localPort(0));
    }

    @Test
    void listenersThatShareAPortHaveKeysOfTheirOwn() {
        SocketTable table = new SocketTable.Builder()
                .add(Protocol.TCP, SocketState.LISTEN)
                .local(0, 0, 9000)
                .inode(20160)
                .add(Protocol.TCP, SocketState.LISTEN)
                .local(0, 0, 9000)
                .inode(20159)
                .build();

        assertNotEquals(table.key(0), table.key(1));
        assertNotEquals(table.keyHash(0), table.keyHash(1));
    }

    @Test
    void timeWaitRowsWithoutInodeAreToldApartByTheirEnds() {
        SocketTable table = new SocketTable.Builder()
                .add(Protocol.TCP, SocketState.TIME_WAIT)
                .local(0, 1, 80)
                .remote(0, 1, 40000)
                .inode(0)
                .add(Protocol.TCP, SocketState.TIME_WAIT)
                .local(0, 1, 80)
                .remote(0, 1, 40001)
                .inode(0)
                .build();

        assertNotEquals(table.key(0), table.key(1));
        assertNotEquals(table.keyHash(0), table.keyHash(1));
    }

    @Test
    void theStateIsNoPartOfTheKey() {
        assertEquals(
                connection(SocketState.ESTABLISHED).key(0),
                connection(SocketState.CLOSE_WAIT).key(0));
        assertEquals(
                connection(SocketState.ESTABLISHED).keyHash(0),
                connection(SocketState.CLOSE_WAIT).keyHash(0));
    }

    @Test
    void addressesCompareAsNumbersAndIpv4ComesFirst() {
        SocketTable table = new SocketTable.Builder()
                .add(Protocol.TCP, SocketState.LISTEN)
                .local(0, 0xff000001L, 1)
                .add(Protocol.TCP6, SocketState.LISTEN)
                .local(0, 1, 1)
                .add(Protocol.TCP6, SocketState.LISTEN)
                .local(0xfe80_0000_0000_0000L, 1, 1)
                .build();

        assertTrue(table.compareLocalAddresses(0, 1) < 0);
        assertTrue(table.compareLocalAddresses(1, 2) < 0);
        assertEquals(0, table.compareLocalAddresses(2, 2));
    }

    private static SocketTable connection(SocketState state) {
        return new SocketTable.Builder()
                .add(Protocol.TCP, state)
                .local(0, 1, 80)
                .remote(0, 1, 40000)
                .inode(7)
                .build();
    }
}
