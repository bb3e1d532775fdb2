/// The command line: a program as a function from words to text and an exit code. One class per command; only
/// [dev.porthole.cli.Main] knows the streams of the process.
package dev.porthole.cli;
