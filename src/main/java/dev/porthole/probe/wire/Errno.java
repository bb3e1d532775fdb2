package dev.porthole.probe.wire;

/// Numbers of errors that tell causes apart (errno(3), asm-generic/errno.h; EAI_… of netdb.h, negative).
final class Errno {
    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int EAGAIN = 11;
    static final int EACCES = 13;
    static final int ENOTDIR = 20;
    static final int EINVAL = 22;
    static final int ENFILE = 23;
    static final int EMFILE = 24;
    static final int ELOOP = 40;
    static final int EPROTOTYPE = 91;
    static final int ENOPROTOOPT = 92;
    static final int EADDRINUSE = 98;
    static final int EADDRNOTAVAIL = 99;
    static final int ENETDOWN = 100;
    static final int ENETUNREACH = 101;
    static final int ECONNRESET = 104;
    static final int ETIMEDOUT = 110;
    static final int ECONNREFUSED = 111;
    static final int EHOSTUNREACH = 113;
    static final int EAI_AGAIN = -3;
    static final int EAI_FAIL = -4;
    static final int EAI_SYSTEM = -11;

    private Errno() {}
}
