package dev.porthole.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
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
        System.exit(run(args, new PrintStream(out, false, System.out.charset()), System.err));
    }

    /// The program as a function: writes to the two streams and returns the exit code.
    public static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            int code = dispatch(List.of(args), out, err);
            out.flush();
            return code;
        } catch (ReaderGone quietly) {
            return READER_GONE;
        }
    }

    private static int dispatch(List<String> words, PrintStream out, PrintStream err) {
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
        CommandLine porthole = porthole(out, err);
        if (words.isEmpty()) {
            porthole.usage(out);
            return ExitCode.OK;
        }
        return porthole.execute(words.toArray(String[]::new));
    }

    /// All commands; a new one is one more line here.
    private static List<Object> commands(PrintStream out, PrintStream err) {
        return List.of(
                new CheckTcpCommand(out, err),
                new NetworkConnectionsCommand(out, err),
                new ZabbixCommand(out, err),
                new SocketsCommand(),
                new CountsCommand(),
                new TcpCheckCommand(),
                new ExplainCommand(),
                new WhyBindCommand());
    }

    private static CommandLine porthole(PrintStream out, PrintStream err) {
        var porthole = new CommandLine(new PortholeCommand());
        commands(out, err).forEach(porthole::addSubcommand);
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
