package dev.porthole.sockets.source.linux.ffi;

/// The kernel's error numbers as people look them up (errno(3), asm-generic).
public final class Errno {
    public static final int EPERM = 1;
    public static final int ENOENT = 2;
    public static final int EACCES = 13;
    public static final int EOPNOTSUPP = 95;
    static final int EINTR = 4;
    static final int EAGAIN = 11;
    static final int ENOBUFS = 105;

    private Errno() {}

    /// `permission denied (EACCES)`; `error 71` for a number without a name here.
    public static String words(int errno) {
        return switch (errno) {
            case EPERM -> "not permitted (EPERM)";
            case ENOENT -> "the kernel has no such table (ENOENT)";
            case 9 -> "the socket is closed (EBADF)";
            case EAGAIN -> "no answer within a second (EAGAIN)";
            case 12 -> "out of memory (ENOMEM)";
            case EACCES -> "permission denied (EACCES)";
            case 16 -> "still busy with another question (EBUSY)";
            case 22 -> "the kernel does not know the question (EINVAL)";
            case 24 -> "too many open files (EMFILE)";
            case 38 -> "not implemented (ENOSYS)";
            case 93 -> "the kernel has no sock_diag (EPROTONOSUPPORT)";
            case EOPNOTSUPP -> "not supported (EOPNOTSUPP)";
            case 97 -> "the kernel has no netlink (EAFNOSUPPORT)";
            case ENOBUFS -> "an answer was lost (ENOBUFS)";
            default -> "error " + errno;
        };
    }
}
