/// What Porthole remembers of its user: settings as words under names. Where they lie is the store's business.
package dev.porthole.profile;
