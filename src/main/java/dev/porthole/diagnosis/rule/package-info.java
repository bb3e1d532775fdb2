/// The rules, one class each: `Evidence` in, a `Finding` or nothing out. A rule that is not sure says less, or nothing.
package dev.porthole.diagnosis.rule;
