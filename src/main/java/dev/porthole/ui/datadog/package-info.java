/// The screen of a Datadog `conf.yaml`: what is in it, what came of each address, and why.
package dev.porthole.ui.datadog;
