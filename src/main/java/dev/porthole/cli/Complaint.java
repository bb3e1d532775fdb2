package dev.porthole.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/// How a command says that it cannot do what it was asked to.
final class Complaint {
    private Complaint() {}

    /// Writes the sentence behind the command's name, to where the command's errors go.
    ///
    /// @return the exit code that goes with it
    static int about(CommandSpec command, String sentence) {
        PrintWriter err = command.commandLine().getErr();
        err.println("porthole " + command.name() + ": " + sentence);
        err.flush();
        return Main.USAGE;
    }
}
