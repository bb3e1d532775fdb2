/// The command line: one class per command, a function from arguments and two writers to an exit code.
package dev.porthole.cli;
