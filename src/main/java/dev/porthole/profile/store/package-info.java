/// Keeps the settings in one file of the user's own, written whole or not at all.
package dev.porthole.profile.store;
