/// How many sockets there are of each type and state.
package dev.porthole.counts;
