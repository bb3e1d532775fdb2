/// Datadog's `tcp_check` as it is: its `conf.yaml` read as the Agent and Python read it, the addresses that it would
/// remember, and the service checks, metrics and messages that it would send. The rules are those of
/// [integrations-core](https://github.com/DataDog/integrations-core/tree/master/tcp_check), its quirks included.
package dev.porthole.interchange.datadog;
