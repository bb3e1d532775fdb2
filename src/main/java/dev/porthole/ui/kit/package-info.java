/// What every screen uses: the way to the FX thread, messages, themes.
package dev.porthole.ui.kit;
