/// What a machine's sockets are: the table of one reading, who owns each row and why an owner is not known, what could
/// not be read, and which rows a filter lets through in which order. Pure: the readings come from
/// `dev.porthole.sockets.source`.
package dev.porthole.sockets;
