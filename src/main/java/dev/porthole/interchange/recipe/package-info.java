/// Probes as lines of JSON, for programs that ask for many: a recipe in, an answer out.
package dev.porthole.interchange.recipe;
