<<<<<<< HEAD
/// Puts the product together by constructors and owns its threads: the facade of command line and window.
=======
/// Puts the rooms together by their constructors and owns the threads. The command line and the window act through this
/// room alone.
>>>>>>> probe
package dev.porthole.engine;
