/// How serious a result is, in the words, exit codes and ranges of the Nagios plugin guidelines.
package dev.porthole.threshold;
