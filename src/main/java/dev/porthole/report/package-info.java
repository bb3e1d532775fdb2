/// Results as people and programs read them: sentences from the bundle `words`, and a snapshot as a text table, JSON or
/// CSV. Functions over values; the caller gives the writer.
package dev.porthole.report;
