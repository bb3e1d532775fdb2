/// Which sockets are shown: the search language, read once into conditions and asked row by row over the columns of a
/// table, together with the toggles of type, state and reach. A new field is a new line in `QueryField`.
package dev.porthole.sockets.query;
