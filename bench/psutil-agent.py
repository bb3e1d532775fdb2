#!/usr/bin/env python3
"""psutil's list of sockets with their pids, once for each line on stdin."""
import sys
import time

import psutil

for line in sys.stdin:
    wall, cpu = time.perf_counter_ns(), time.process_time_ns()
    rows = len(psutil.net_connections("inet"))
    print("ok", time.perf_counter_ns() - wall, time.process_time_ns() - cpu, 0, 0, rows, flush=True)
