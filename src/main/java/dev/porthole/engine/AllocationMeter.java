package dev.porthole.engine;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// How many bytes this thread has taken from the heap so far, by which one sees what a piece of work took.
public final class AllocationMeter {
    private final ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    public long bytes() {
        return threads.getCurrentThreadAllocatedBytes();
    }
}
