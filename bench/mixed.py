"""One socket of each kind and in each state that can be made without a second machine, in a namespace of its own."""
import socket
import struct
import subprocess
import time
from pathlib import Path

KEPT = []


def keep(made):
    KEPT.append(made)
    return made


def listener(host, port=0, v6only=None, shared=False):
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    server = keep(socket.socket(family, socket.SOCK_STREAM))
    if v6only is not None:
        server.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, v6only)
    if shared:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    server.bind((host, port))
    server.listen(8)
    return server


def pair(server, host):
    client = keep(socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM))
    client.connect((host, server.getsockname()[1]))
    return client, keep(server.accept()[0])


def datagram(host, connected=False):
    made = keep(socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_DGRAM))
    made.bind((host, 0))
    if connected:
        made.connect((host, 9))


def checksum(data):
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def half_open(port):
    """A SYN from an address that never answers (RFC 9293): SYN_RECV."""
    source, target = socket.inet_aton("10.99.0.2"), socket.inet_aton("10.99.0.1")
    tcp = struct.pack("!HHIIBBHHH", 4321, port, 1, 0, 5 << 4, 2, 64240, 0, 0)
    sum_of = checksum(source + target + struct.pack("!BBH", 0, socket.IPPROTO_TCP, len(tcp)) + tcp)
    tcp = tcp[:16] + struct.pack("!H", sum_of) + tcp[18:]
    ip = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 20 + len(tcp), 1, 0, 64, socket.IPPROTO_TCP, 0, source, target)
    raw = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_RAW)
    raw.sendto(ip + tcp, ("10.99.0.1", 0))
    raw.close()


def ip(*words):
    subprocess.run(["ip", *words], check=True)


def make():
    ip("link", "set", "lo", "up")
    # A device that swallows what it is given; not each kernel has the first one.
    if not any(subprocess.run(["ip", "link", "add", "d0", "type", kind], stderr=subprocess.DEVNULL).returncode == 0 for kind in ("dummy", "ifb")):
        raise OSError("this kernel has neither a dummy nor an ifb device")
    ip("addr", "add", "10.99.0.1/24", "dev", "d0")
    ip("link", "set", "d0", "up")
    for name in ("all", "lo", "d0"):
        Path(f"/proc/sys/net/ipv4/conf/{name}/rp_filter").write_text("0")
    servers = [(listener("127.0.0.1"), "127.0.0.1"), (listener("::1"), "::1"), (listener("::", v6only=0), "127.0.0.1")]
    only = listener("::", v6only=1)
    listener("0.0.0.0", only.getsockname()[1])
    shared = listener("127.0.0.1", shared=True)
    listener("127.0.0.1", shared.getsockname()[1], shared=True)
    late = []
    for server, host in servers:
        pair(server, host)
        pair(server, host)[0].shutdown(socket.SHUT_WR)  # FIN_WAIT2 and CLOSE_WAIT
        pair(server, host)[0].close()  # the same, and nobody's
        client, accepted = pair(server, host)
        client.close()
        accepted.close()  # TIME_WAIT
        late.append(pair(server, host)[0])
        client, accepted = pair(server, host)
        client.shutdown(socket.SHUT_WR)
        late.append(accepted)
        waiting = keep(socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET))
        waiting.connect((host, server.getsockname()[1]))  # not accepted: it has no inode
    half_open(listener("10.99.0.1").getsockname()[1])
    sent = keep(socket.socket())
    sent.setblocking(False)
    sent.connect_ex(("10.99.0.7", 7))  # SYN_SENT
    for host in ("127.0.0.1", "::1", "0.0.0.0", "::"):
        datagram(host)
    datagram("127.0.0.1", connected=True)
    datagram("::1", connected=True)
    time.sleep(0.3)
    # No packet gets through from here on: FIN_WAIT1 and LAST_ACK stay.
    ip("link", "set", "lo", "down")
    for made in late:
        made.shutdown(socket.SHUT_WR)
