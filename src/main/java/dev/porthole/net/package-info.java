/// The words of the field: address, endpoint, protocol, TCP state. Values that parse and print, and nothing else.
package dev.porthole.net;
