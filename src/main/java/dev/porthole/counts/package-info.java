/// How many sockets there are of each type and state, over time, and when that is a reason to alert. Pure: a snapshot
/// and its time come in, numbers and alerts come out.
package dev.porthole.counts;
