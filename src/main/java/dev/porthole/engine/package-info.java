/// Puts the product together by constructors and owns its threads: the facade of command line and window.
package dev.porthole.engine;
