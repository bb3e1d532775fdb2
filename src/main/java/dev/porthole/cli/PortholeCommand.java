package dev.porthole.cli;

import picocli.CommandLine.Command;

/// The word before all others.
@Command(
        name = "porthole",
        description = "See every socket of a machine, probe any port, and learn why it does not connect.",
        synopsisHeading = "Usage: ",
        customSynopsis = "porthole [--help | --version] COMMAND [ARGS...]",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  porthole probe mail.example -s smtp-starttls       does it answer, and if not, why?",
            "  porthole check-tcp -H localhost -p 22 -e '^SSH'    does an SSH server answer?",
            "  porthole check-tcp --service=smtp -H mail.example -w 1 -c 5",
            "  porthole check-tcp -H localhost -p 5432 -C         OK if nothing listens",
            "  porthole counts --watch                            sockets by type and state, each second",
            "  porthole network-connections --conn-status=close_wait -w 10 -c 100",
            "  porthole zabbix 'tcp.status[established]'",
            "  porthole tcp-check conf.yaml                       what Datadog's Agent will see",
            "",
            "Exit codes: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN and wrong usage.",
            "A command that stands in for another program has that program's exit codes."
        })
final class PortholeCommand {}
