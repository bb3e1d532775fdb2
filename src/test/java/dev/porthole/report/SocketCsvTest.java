package dev.porthole.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.sockets.Sample;
import dev.porthole.sockets.Snapshot;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketCsvTest {
    @Test
    void eachSocketIsARecordAndAbsentValuesAreEmpty() throws IOException {
        Snapshot snapshot = Sample.mixed();
        StringWriter out = new StringWriter();
        SocketCsv.write(snapshot, Sample.all(snapshot), out);

        assertEquals("""
                protocol,local_address,local_port,remote_address,remote_port,state,receive_queue,send_queue,pid,process,user,pids,owner
                tcp,0.0.0.0,22,,,LISTEN,3,0,1200,sshd,root,1200 1300,known
                tcp6,::ffff:127.0.0.1,8080,::ffff:127.0.0.1,40000,ESTABLISHED,17,42,900,java,www-data,900,known
                tcp,127.0.0.1,5432,127.0.0.1,40001,TIME_WAIT,,,,,,,time_wait
                udp6,::1,53,,,NONE,,,77,,,77,known
                tcp,127.0.0.1,3306,,,LISTEN,0,0,,,#112,,no_rights
                """.replace("\n", "\r\n"), out.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nginx|nginx",
                "tmux: server|tmux: server",
                "a,b|\"a,b\"",
                "a\"b|\"a\"\"b\"",
                "=1+1|'=1+1",
                "=cmd(\"x,y\")|\"'=cmd(\"\"x,y\"\")\"",
                "+1|'+1",
                "-bash|'-bash",
                "@sum|'@sum",
                "a=b|a=b",
            })
    void cellsAreQuotedAndFormulasDefused(String text, String cell) {
        assertEquals(cell, SocketCsv.cell(text));
    }

    @Test
    void controlAndBidiCharactersAreSeen() {
        assertEquals("'\\t=1", SocketCsv.cell("\t=1"));
        assertEquals("'\\r=1", SocketCsv.cell("\r=1"));
        assertEquals("a\\nb\\u{202e}", SocketCsv.cell("a\nb\u202e"));
    }
}
