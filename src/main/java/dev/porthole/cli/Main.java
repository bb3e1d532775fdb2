package dev.porthole.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The way in from the command line.
public final class Main {
    /// Wrong usage of our own commands, and what none of them could handle.
    static final int USAGE = 3;

    /// What a shell reports of a program that the signal of a broken pipe ended.
    private static final int READER_GONE = 141;

    private Main() {}

    public static void main(String[] args) {
        var out = new ReaderWatch(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.exit(run(args, System.in, new PrintStream(out, false, System.out.charset()), System.err));
    }

    /// The program as a function, with nothing to read.
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return run(args, InputStream.nullInputStream(), out, err);
    }

    /// The program as a function: writes to the two streams and returns the exit code.
    public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        try {
            int code = dispatch(List.of(args), in, out, err);
            out.flush();
            return code;
        } catch (ReaderGone quietly) {
            return READER_GONE;
        }
    }

    private static int dispatch(List<String> words, InputStream in, PrintStream out, PrintStream err) {
        if (!words.isEmpty()) {
            List<String> rest = words.subList(1, words.size());
            switch (words.getFirst()) {
                case CheckTcpCommand.NAME -> {
                    return new CheckTcpCommand(out, err).run(rest);
                }
                case NetworkConnectionsCommand.NAME -> {
                    return new NetworkConnectionsCommand(out, err).run(rest);
                }
                case ZabbixCommand.NAME -> {
                    return new ZabbixCommand(out, err).run(rest);
                }
                default -> {}
            }
        }
        CommandLine porthole = porthole(in, out, err);
        if (words.isEmpty()) {
            porthole.usage(out);
            return ExitCode.OK;
        }
        return porthole.execute(words.toArray(String[]::new));
    }

    /// All commands; a new one is one more line here.
    private static List<Object> commands(InputStream in, PrintStream out, PrintStream err) {
        return List.of(
                new CheckTcpCommand(out, err),
                new NetworkConnectionsCommand(out, err),
                new ZabbixCommand(out, err),
                new SocketsCommand(),
                probe(in),
                new CountsCommand(),
                new TcpCheckCommand());
    }

    /// Its --send and --expect are taken one by one, in their order.
    private static CommandLine probe(InputStream in) {
        return new CommandLine(new ProbeCommand(in)).setOverwrittenOptionsAllowed(true);
    }

    private static CommandLine porthole(InputStream in, PrintStream out, PrintStream err) {
        var porthole = new CommandLine(new PortholeCommand());
        commands(in, out, err).forEach(porthole::addSubcommand);
        return porthole.setOut(writer(out))
                .setErr(writer(err))
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(Main::wrongUsage)
                .setExecutionExceptionHandler((failure, _, _) -> {
                    err.println("porthole: " + failure.getMessage());
                    return USAGE;
                });
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, stream.charset()), true);
    }

    private static int wrongUsage(ParameterException wrong, String[] args) {
        boolean unknownCommand = wrong instanceof UnmatchedArgumentException
                && wrong.getCommandLine().getParent() == null
                && Arrays.stream(args)
                        .findFirst()
                        .filter(arg -> !arg.startsWith("-"))
                        .isPresent();
        String sentence = unknownCommand ? "there is no command “" + args[0] + "”" : wrong.getMessage();
        String help = wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help";
        wrong.getCommandLine().getErr().println("porthole: " + sentence + "; see " + help + ".");
        return USAGE;
    }
}
