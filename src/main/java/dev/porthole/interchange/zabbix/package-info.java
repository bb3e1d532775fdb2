/// The item keys with which Zabbix agents count TCP sockets by state.
package dev.porthole.interchange.zabbix;
