/// Asks this machine about itself, for the diagnosis: files of `/proc` and `/etc` on Linux, Java's network interfaces
/// elsewhere. What a file says is read by functions over its text.
package dev.porthole.diagnosis.source;
