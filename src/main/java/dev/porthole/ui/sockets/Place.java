package dev.porthole.ui.sockets;

/// A place in the table. The toolkit keeps it in its rows: it is the same from one arrangement to the next, so that the
/// toolkit sees no change and leaves the row alone; what stands there is asked of the [RowList].
record Place(int index) {}
