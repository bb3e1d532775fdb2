/// The screen of sockets. A reading is filtered and sorted off the FX thread into an arrangement, an index into the
/// snapshot; the table shows it through a list that holds no rows, so that 100,000 of them cost one event.
package dev.porthole.ui.sockets;
