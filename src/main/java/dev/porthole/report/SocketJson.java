package dev.porthole.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.porthole.net.Endpoint;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.sockets.Unit;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Sockets as one JSON object. What the system does not tell is `null`, never 0, -1 or an empty string. Only ASCII is
/// written, one socket a line.
///
/// ```
/// {"time": "2026-11-21T10:00:00Z",           when the reading was taken
///  "source": "/proc/net",                    who answered
///  "gaps": [{"kind": "table_unreadable",     what could not be read: source_refused, table_unreadable,
///                                            table_incomplete, line_garbled, process_hidden
///            "subject": "/proc/net/tcp6", "count": 1, "detail": null,
///            "misses_rows": true,            false: only owners may be missing
///            "sentence": "…"}],
///  "sockets": [
///   {"protocol": "tcp",                      tcp, tcp6, udp, udp6
///    "state": "ESTABLISHED",                 names of SocketState; NONE for UDP
///    "local": {"address": "127.0.0.1", "port": 80},
///    "remote": null,                         or as local
///    "receive_queue": 0, "send_queue": 0,    bytes; on LISTEN the first is connections not accepted
///    "pid": 812, "process": "nginx",         the first of "processes"
///    "user": "root",                         whose socket it is
///    "processes": [{"pid": 812, "name": "nginx", "user": "root", "start_ticks": 4711}],
///    "owner": {"status": "known",            known, hidden (somebody holds it), none (nobody does)
///              "reason": null,               time_wait, handshake, not_accepted, orphaned, no_rights, not_in_view,
///                                            searching
///              "sentence": null},
///    "unit": {"kind": "service", "name": "nginx.service"},    where it was made: service, scope, slice, container,
///                                            group; null if unknown
///    "figures": {                            of tcp_info and its neighbours; null where the system does not tell
///     "rtt_us": 52, "rtt_variation_us": 12, "min_rtt_us": 20,      microseconds; null until measured
///     "retransmit_timeout_us": 200000,
///     "retransmits": 0,                      segments sent again since the connection began
///     "congestion_window": 10, "slow_start_threshold": null,       segments; null before the first loss
///     "segment_size": 32768, "path_mtu": 65535,                    bytes
///     "bytes_acked": 1001, "bytes_received": 8,                    the SYN, the FIN count as one byte
///     "bytes_sent": 1000, "bytes_retransmitted": 0,
///     "delivery_rate": null,                 bytes a second that last arrived; null until measured
///     "timer_left_ms": 7199000, "timer": "keepalive",              retransmit, keepalive, time_wait,
///                                            zero_window_probe, unknown; null if none runs
///     "drops": 0,                            packets that the socket has thrown away
///     "backlog": null, "accept_queue": null, on LISTEN: connections that may wait, and that do
///     "cgroup": 1,                           inode of its cgroup v2 folder
///     "v6_only": null},                      on an IPv6 listener: whether it leaves IPv4 alone
///    "accept_queue": {"waiting": 5,          null unless it listens
///                     "backlog": 4, "full": true, "dropped": 3,   null where the system does not tell
///                     "sentence": "queue full: 5 of 4 waiting, 3 dropped"},
///    "exposure": "all",                      loopback, one (address), all; null unless it waits to be called
///    "rates": {"bytes_sent": 5120.5,         a second, since the reading before; null without one, as without
///              "bytes_received": 0.0,        --refresh and in the first list of it
///              "retransmits": 0.0},
///    "seen_ms": 12000,                       since it was first seen; null at the first reading
///    "saw_opening": true}]}                  false: it was there at the first reading and is older than seen_ms
/// ```
public final class SocketJson {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final JsonGenerator json;

    private SocketJson(JsonGenerator json) {
        this.json = json;
    }

    /// Writes the rows of the snapshot in the order given; the writer stays open.
    public static void write(Snapshot snapshot, int[] rows, Writer out) throws IOException {
        JsonGenerator generator = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        generator.setPrettyPrinter(new OneSocketALine());
        try (generator) {
            new SocketJson(generator).write(snapshot, rows);
        }
        out.append('\n');
    }

    /// One socket, as it stands in the list: a line without its end.
    public static String line(SocketEntry entry) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(out)) {
            new SocketJson(generator).write(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private void write(Snapshot snapshot, int[] rows) throws IOException {
        json.writeStartObject();
        json.writeStringField("time", snapshot.time().toString());
        json.writeStringField("source", snapshot.source());
        json.writeArrayFieldStart("gaps");
        for (Gap gap : snapshot.gaps()) {
            write(gap);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("sockets");
        for (int row : rows) {
            write(snapshot.entry(row));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Gap gap) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", gap.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("subject", gap.subject());
        json.writeNumberField("count", gap.count());
        json.writeStringField("detail", gap.detail().isEmpty() ? null : gap.detail());
        json.writeBooleanField("misses_rows", gap.missesRows());
        json.writeStringField("sentence", Words.gap(gap));
        json.writeEndObject();
    }

    private void write(SocketEntry entry) throws IOException {
        ProcessRef first = entry.process().orElse(null);
        json.writeStartObject();
        json.writeStringField("protocol", entry.protocol().word());
        json.writeStringField("state", entry.state().name());
        write("local", entry.local().port() == 0 ? null : entry.local());
        write("remote", entry.remote().orElse(null));
        FigureJson.number(json, "receive_queue", entry.receiveQueue());
        FigureJson.number(json, "send_queue", entry.sendQueue());
        FigureJson.number(json, "pid", first == null ? OptionalLong.empty() : OptionalLong.of(first.pid()));
        json.writeStringField("process", first == null ? null : first.name());
        json.writeStringField("user", entry.user());
        write(entry.owner());
        write(entry.unit());
        FigureJson.write(json, entry.figures());
        FigureJson.write(json, entry.acceptQueue());
        json.writeStringField(
                "exposure", entry.exposure() == null ? null : entry.exposure().word());
        FigureJson.write(json, entry.pace());
        json.writeEndObject();
    }

    private void write(String name, @Nullable Endpoint end) throws IOException {
        if (end == null) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        json.writeStringField("address", end.address().toString());
        json.writeNumberField("port", end.port());
        json.writeEndObject();
    }

    private void write(@Nullable Unit unit) throws IOException {
        if (unit == null) {
            json.writeNullField("unit");
            return;
        }
        json.writeObjectFieldStart("unit");
        json.writeStringField("kind", unit.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("name", unit.name());
        json.writeEndObject();
    }

    private void write(Owner owner) throws IOException {
        json.writeArrayFieldStart("processes");
        if (owner instanceof Owner.Known known) {
            for (ProcessRef process : known.processes()) {
                write(process);
            }
        }
        json.writeEndArray();
        json.writeObjectFieldStart("owner");
        json.writeStringField("status", OwnerCode.status(owner));
        json.writeStringField("reason", OwnerCode.reason(owner).orElse(null));
        json.writeStringField("sentence", OwnerCode.why(owner).map(Words::why).orElse(null));
        json.writeEndObject();
    }

    private void write(ProcessRef process) throws IOException {
        Long startTicks = process.startTicks();
        json.writeStartObject();
        json.writeNumberField("pid", process.pid());
        json.writeStringField("name", process.name());
        json.writeStringField("user", process.user());
        FigureJson.number(json, "start_ticks", startTicks == null ? OptionalLong.empty() : OptionalLong.of(startTicks));
        json.writeEndObject();
    }

    private static final class OneSocketALine extends MinimalPrettyPrinter {
        private static final long serialVersionUID = 1L;

        @Override
        public void beforeArrayValues(JsonGenerator json) throws IOException {
            breakLine(json);
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
            super.writeArrayValueSeparator(json);
            breakLine(json);
        }

        /// Only in the arrays of the outer object, not in those of a socket.
        private static void breakLine(JsonGenerator json) throws IOException {
            if (json.getOutputContext().getNestingDepth() == 2) {
                json.writeRaw('\n');
            }
        }
    }
}
