/// Puts the rooms together by their constructors and owns the threads. The command line and the window act through this
/// room alone.
package dev.porthole.engine;
