package dev.porthole.ui.sockets;

/// An index of the table. The toolkit keeps it in its rows: it is the same from one arrangement to the next, so the
/// toolkit sees no change and leaves the row alone; what stands there is asked of the [RowList].
record Place(int index) {}
