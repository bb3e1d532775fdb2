#!/usr/bin/env python3
"""A farm of sockets on loopback, for a network namespace of its own (bench/compare makes one).

Of the rows 86 % are the two ends of connections, 5 % TIME_WAIT, 4 % half closed (CLOSE_WAIT and FIN_WAIT2), 2 % LISTEN
and 3 % UDP, of which half are connected; 60 % IPv4, 30 % IPv6, 10 % IPv4 on an IPv6 listener. Says "ready" when all of
them stand, and lives until its standard input ends.
"""
import argparse
import os
import random
import resource
import select
import socket
import struct
import sys
import time

FAMILIES = ["4"] * 6 + ["6"] * 3 + ["mapped"]
RESET = struct.pack("ii", 1, 0)
TICK = 0.1
TIME_WAIT_SECONDS = 60


def listener(kind):
    family, host = (socket.AF_INET, "127.0.0.1") if kind == "4" else (socket.AF_INET6, "::" if kind == "mapped" else "::1")
    server = socket.socket(family, socket.SOCK_STREAM)
    if kind == "mapped":
        server.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
    server.bind((host, 0))
    server.listen(64)
    return server


class Worker:
    def __init__(self, rows):
        self.rows = rows
        self.listeners = [listener(FAMILIES[i % 10]) for i in range(max(10, rows * 2 // 100))]
        self.pairs = [self.pair() for _ in range(rows * 43 // 100)]
        self.half = [self.pair() for _ in range(rows * 2 // 100)]
        for client, _ in self.half:
            client.shutdown(socket.SHUT_WR)
        self.datagrams = [self.datagram(i) for i in range(rows * 3 // 100)]
        for _ in range(rows * 5 // 100):
            self.time_wait()

    def pair(self):
        server = random.choice(self.listeners)
        port = server.getsockname()[1]
        ipv6 = server.family == socket.AF_INET6 and server.getsockname()[0] == "::1"
        client = socket.socket(socket.AF_INET6 if ipv6 else socket.AF_INET, socket.SOCK_STREAM)
        client.connect(("::1" if ipv6 else "127.0.0.1", port))
        accepted, _ = server.accept()
        return client, accepted

    def datagram(self, number):
        ipv6 = FAMILIES[number % 10] == "6"
        made = socket.socket(socket.AF_INET6 if ipv6 else socket.AF_INET, socket.SOCK_DGRAM)
        host = "::1" if ipv6 else "127.0.0.1"
        made.bind((host, 0))
        if number % 2:
            made.connect((host, 9))
        return made

    def time_wait(self):
        client, accepted = self.pair()
        client.close()
        accepted.close()

    def churn(self, share):
        """Closes and opens that share of the connections, and replaces the TIME_WAIT that have run out."""
        for _ in range(share):
            at = random.randrange(len(self.pairs))
            for end in self.pairs[at]:
                end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                end.close()
            self.pairs[at] = self.pair()

    def live(self, percent, until):
        owed = gone = 0.0
        last = time.monotonic()
        while not select.select([until], [], [], TICK)[0]:
            passed, last = time.monotonic() - last, time.monotonic()
            owed += len(self.pairs) * percent / 100 * passed
            gone += self.rows * 0.05 / TIME_WAIT_SECONDS * passed
            self.churn(int(owed))
            owed -= int(owed)
            while percent and gone >= 1:
                self.time_wait()
                gone -= 1
        # Nothing stays behind in TIME_WAIT for the next farm.
        for client, accepted in self.pairs + self.half:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            client.close()
            accepted.close()


def bystander(files, until):
    """A process without internet sockets that a search for owners has to look at all the same."""
    held = [open("/dev/null") for _ in range(files // 2)]
    for _ in range(files // 4):
        held.extend(socket.socketpair(socket.AF_UNIX))
    select.select([until], [], [])


def spawn(work, until, parent_end):
    told, tell = os.pipe()
    if os.fork() == 0:
        os.close(told)
        os.close(parent_end)
        try:
            work(lambda: os.write(tell, b"."), until)
        except OSError as error:
            print(f"farm: {error}", file=sys.stderr, flush=True)
            os._exit(1)
        os._exit(0)
    os.close(tell)
    return told


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=int)
    parser.add_argument("--processes", type=int, default=8)
    parser.add_argument("--churn", type=float, default=0, help="percent of the connections closed and opened a second")
    parser.add_argument("--bystanders", type=int, default=100)
    options = parser.parse_args()
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))

    # The children see the end of this pipe when the farm ends, however it ends.
    until, parent_end = os.pipe()

    def owner(tell, end):
        worker = Worker(options.rows // options.processes)
        tell()
        worker.live(options.churn, end)

    def idle(tell, end):
        tell()
        bystander(40, end)

    waiting = [spawn(idle, until, parent_end) for _ in range(options.bystanders)]
    waiting += [spawn(owner, until, parent_end) for _ in range(options.processes)]
    for told in waiting:
        if not os.read(told, 1):
            sys.exit("farm: a process of the farm failed")
    print("ready", flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
