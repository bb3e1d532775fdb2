/// The bedrock: the values of the network that every other room speaks of, each with the one way to read it and the
/// one way to write it. Nothing here opens a socket or looks up a name.
package dev.porthole.net;
