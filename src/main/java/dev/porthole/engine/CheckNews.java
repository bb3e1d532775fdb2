package dev.porthole.engine;

import dev.porthole.interchange.datadog.CheckResult;
import java.time.Instant;

/// A result of [TcpChecks] as it comes in.
///
/// @param run of this instance, from 1
/// @param place of the instance in the file, from 0
public record CheckNews(int run, int place, Instant time, CheckResult result) {}
