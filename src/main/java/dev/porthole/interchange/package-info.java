/// Other tools' formats and command lines, each in a package of its own; here is what they share.
package dev.porthole.interchange;
