import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import oshi.SystemInfo;
import oshi.software.os.InternetProtocolStats;

/// OSHI's list of sockets with their pids, once for each line on stdin; with the word `once` a single time, whole.
public final class OshiAgent {
    public static void main(String[] args) throws IOException {
        InternetProtocolStats stats = new SystemInfo().getOperatingSystem().getInternetProtocolStats();
        if (args.length > 0) {
            System.out.println(stats.getConnections().size());
            return;
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 5; i++) {
            stats.getConnections();
        }
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (lines.readLine() != null) {
            long cpu = threads.getCurrentThreadCpuTime();
            long wall = System.nanoTime();
            int rows = stats.getConnections().size();
            long wallEnd = System.nanoTime();
            System.out.println(
                    "ok " + (wallEnd - wall) + " " + (threads.getCurrentThreadCpuTime() - cpu) + " 0 0 " + rows);
            System.out.flush();
        }
    }
}
