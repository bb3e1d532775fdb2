/// The screen of the probe: a form, its reading into a spec, and the result in words.
package dev.porthole.ui.probe;
