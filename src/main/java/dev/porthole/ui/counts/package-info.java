/// The screen of counts: the matrix of types and states, its history, rules and alerts. Each snapshot that the window
/// reads is counted in the background, also while another screen is shown.
package dev.porthole.ui.counts;
