/// How serious a result is, in the words and exit codes of the Nagios plugin guidelines.
package dev.porthole.threshold;
