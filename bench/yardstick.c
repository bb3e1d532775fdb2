/* The cost that nobody can go below: for each line on stdin one pass over the kernel's sockets.
 * nl: TCP of both families with tcp_info in one walk, then UDP of IPv4 and IPv6 (sock_diag(7)); rows are counted.
 * proc: the four files of /proc/net are read; lines are counted.
 * Answers "ok WALL_NS CPU_NS 0 0 ROWS". */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { LEGACY_TCP = 18, ALL_STATES = 0xfff, WITH_INFO = 1 << (INET_DIAG_INFO - 1), CHUNK = 32 * 1024 };

static char buffer[64 * 1024];

static void stop(const char *what) {
    fprintf(stderr, "yardstick: %s: %s\n", what, strerror(errno));
    exit(1);
}

static long long now(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static int answer(int netlink) {
    int rows = 0;
    for (;;) {
        ssize_t length = recv(netlink, buffer, CHUNK, MSG_TRUNC);
        if (length < 0 || length > CHUNK) {
            stop("recv");
        }
        int left = (int)length;
        for (struct nlmsghdr *at = (struct nlmsghdr *)buffer; NLMSG_OK(at, left); at = NLMSG_NEXT(at, left)) {
            if (at->nlmsg_type == NLMSG_DONE) {
                return rows;
            }
            if (at->nlmsg_type == NLMSG_ERROR) {
                errno = -((struct nlmsgerr *)NLMSG_DATA(at))->error;
                stop("the kernel's answer");
            }
            rows++;
        }
    }
}

static int ask(int netlink, int type, const void *request, size_t length) {
    char message[NLMSG_SPACE(sizeof(struct inet_diag_req)) + 64] = {0};
    struct nlmsghdr *header = (struct nlmsghdr *)message;
    header->nlmsg_len = NLMSG_LENGTH(length);
    header->nlmsg_type = type;
    header->nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
    memcpy(NLMSG_DATA(header), request, length);
    if (send(netlink, message, header->nlmsg_len, 0) < 0) {
        stop("send");
    }
    return answer(netlink);
}

static int dump(int netlink) {
    struct inet_diag_req tcp = {.idiag_family = AF_INET, .idiag_ext = WITH_INFO, .idiag_states = ALL_STATES};
    struct inet_diag_req_v2 udp = {.sdiag_family = AF_INET, .sdiag_protocol = IPPROTO_UDP, .idiag_states = ALL_STATES};
    int rows = ask(netlink, LEGACY_TCP, &tcp, sizeof tcp) + ask(netlink, SOCK_DIAG_BY_FAMILY, &udp, sizeof udp);
    udp.sdiag_family = AF_INET6;
    return rows + ask(netlink, SOCK_DIAG_BY_FAMILY, &udp, sizeof udp);
}

static int files(void) {
    static const char *const names[] = {"/proc/net/tcp", "/proc/net/tcp6", "/proc/net/udp", "/proc/net/udp6"};
    int rows = 0;
    for (int i = 0; i < 4; i++) {
        int file = open(names[i], O_RDONLY);
        ssize_t length;
        int lines = 0;
        while (file >= 0 && (length = read(file, buffer, sizeof buffer)) > 0) {
            for (char *at = buffer; (at = memchr(at, '\n', buffer + length - at)) != NULL; at++) {
                lines++;
            }
        }
        if (file >= 0) {
            close(file);
            rows += lines - 1;
        }
    }
    return rows;
}

int main(void) {
    int netlink = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG);
    if (netlink < 0) {
        stop("socket");
    }
    char line[64];
    while (fgets(line, sizeof line, stdin) != NULL) {
        long long wall = now(CLOCK_MONOTONIC), cpu = now(CLOCK_THREAD_CPUTIME_ID);
        int rows = strncmp(line, "proc", 4) == 0 ? files() : dump(netlink);
        cpu = now(CLOCK_THREAD_CPUTIME_ID) - cpu;
        printf("ok %lld %lld 0 0 %d\n", now(CLOCK_MONOTONIC) - wall, cpu, rows);
        fflush(stdout);
    }
    return 0;
}
