/// Why it does not connect: what the probe saw is set beside what this machine knows of itself. Evidence goes in,
/// findings come out, the surest first; each is the work of one small rule.
package dev.porthole.diagnosis;
